package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.cli.client.GatewayClient;
import io.eventjobs.standalone.cli.client.GatewayOptions;
import io.eventjobs.standalone.cli.client.JobOrBatch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Show a job or a batch. */
@Command(name = "status", description = "Show a job or a batch.")
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "Id of a job or a batch")
    String id = "";

    @Override
    public Integer call() throws InterruptedException {
        GatewayClient client = gateway.client();
        JsonNode shown = client.get(JobOrBatch.path(id));
        spec.commandLine().getOut().println(shown.toPrettyString());
        return 0;
    }
}
