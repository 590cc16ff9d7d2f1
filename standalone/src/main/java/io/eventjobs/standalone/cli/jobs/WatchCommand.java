package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.cli.client.GatewayOptions;
import io.eventjobs.standalone.cli.client.JobOrBatch;
import io.eventjobs.standalone.cli.client.ProgressLine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Follow a job or a batch until it is finished. */
@Command(name = "watch", description = "Follow a job or a batch until it is finished.")
public final class WatchCommand implements Callable<Integer> {
    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "Id of a job or a batch")
    String id = "";

    /** 0 if it completed, 1 if it did not. */
    @Override
    public Integer call() throws InterruptedException {
        ProgressLine line = new ProgressLine(spec.commandLine().getOut());
        JsonNode last = JobOrBatch.watch(gateway.client(), id, line::show);
        line.end();
        return last.path("status").asString().equals("completed") ? 0 : 1;
    }
}
