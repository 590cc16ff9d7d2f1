package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.JobOrBatch;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands for one job or batch share: the gateway, the output, and the id. */
final class JobCommand {
    @Mixin
    ClientCommand client = new ClientCommand();

    @Spec(Spec.Target.MIXEE)
    CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "ID of a job or a batch")
    String id = "";

    JobOrBatch subject() {
        return new JobOrBatch(id);
    }

    /** Posts an action on the job or batch, and prints the gateway's message. */
    int post(String action, String body) throws InterruptedException {
        return client.showMessage(client.gateway().post(subject().path() + "/" + action, body));
    }
}
