package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.cli.client.GatewayOptions;
import io.eventjobs.standalone.cli.client.JobOrBatch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Start a finished job, or the failed jobs of a batch, again. */
@Command(name = "restart", description = "Start a finished job, or the failed jobs of a batch, again.")
public final class RestartCommand implements Callable<Integer> {
    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "Id of a job or a batch")
    String id = "";

    @Option(names = "--no-cache", description = "Use nothing that earlier runs finished")
    boolean noCache;

    @Override
    public Integer call() throws InterruptedException {
        JsonNode answer =
                gateway.client().post(JobOrBatch.path(id) + "/restart", noCache ? "{\"use_cache\": false}" : "{}");
        spec.commandLine().getOut().println(answer.path("message").asString());
        return 0;
    }
}
