package io.eventjobs.standalone.cli.jobs;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a job or a batch as JSON. */
@Command(name = "status", description = "Show a job or a batch as JSON.")
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    JobCommand job = new JobCommand();

    @Override
    public Integer call() throws InterruptedException {
        job.out().println(job.client().get(job.subject().path()).toPrettyString());
        return 0;
    }
}
