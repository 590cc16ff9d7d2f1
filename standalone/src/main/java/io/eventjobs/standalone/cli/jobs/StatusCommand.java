package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.TerminalText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Shows a job or a batch as JSON. */
@Command(name = "status", description = "Show a job or a batch as JSON.")
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    JobCommand job = new JobCommand();

    @Override
    public Integer call() throws InterruptedException {
        JsonNode answer = job.client.gateway().get(job.subject().path());
        return job.client.show(answer, out -> out.println(TerminalText.json(answer.toPrettyString())));
    }
}
