package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.GatewayClient;
import io.eventjobs.standalone.client.GatewayOptions;
import io.eventjobs.standalone.client.JobOrBatch;
import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What the commands for one job or batch share: the gateway, the id, and the output. */
final class JobCommand {
    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @Spec(Spec.Target.MIXEE)
    CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "ID of a job or a batch")
    String id = "";

    GatewayClient client() {
        return gateway.client();
    }

    JobOrBatch subject() {
        return new JobOrBatch(id);
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Posts an action on the job or batch, and prints the gateway's message. */
    void post(String action, String body) throws InterruptedException {
        JsonNode response = client().post(subject().path() + "/" + action, body);
        out().println(response.path("message").asString());
    }
}
