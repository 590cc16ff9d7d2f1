package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.cli.client.GatewayOptions;
import io.eventjobs.standalone.cli.client.JobOrBatch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Cancel an unfinished job, or those of a batch. */
@Command(name = "cancel", description = "Cancel an unfinished job, or those of a batch.")
public final class CancelCommand implements Callable<Integer> {
    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "Id of a job or a batch")
    String id = "";

    @Override
    public Integer call() throws InterruptedException {
        JsonNode answer = gateway.client().post(JobOrBatch.path(id) + "/cancel", "");
        spec.commandLine().getOut().println(answer.path("message").asString());
        return 0;
    }
}
