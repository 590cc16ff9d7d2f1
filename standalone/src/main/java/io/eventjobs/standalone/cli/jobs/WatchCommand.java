package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.ProgressLine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Shows the progress of a job or a batch until it is finished. */
@Command(
        name = "watch",
        description = {
            "Show the progress of a job or a batch until it is finished.",
            "Exits with 1 if it failed or was cancelled. With --json: silently, then its final state."
        })
public final class WatchCommand implements Callable<Integer> {
    @Mixin
    JobCommand job = new JobCommand();

    /** 0 if it completed, 1 if it failed or was cancelled. */
    @Override
    public Integer call() throws InterruptedException {
        ProgressLine line = new ProgressLine(job.client.out());
        JsonNode last = job.subject().watch(job.client.gateway(), now -> {
            if (!job.client.json()) {
                line.show(now);
            }
        });
        job.client.show(last, out -> line.end());
        return last.path("status").asString().equals("completed") ? 0 : 1;
    }
}
