package io.eventjobs.standalone.cli.jobs;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Cancels an unfinished job, or the unfinished jobs of a batch. */
@Command(name = "cancel", description = "Cancel an unfinished job, or the unfinished jobs of a batch.")
public final class CancelCommand implements Callable<Integer> {
    @Mixin
    JobCommand job = new JobCommand();

    @Override
    public Integer call() throws InterruptedException {
        return job.post("cancel", "");
    }
}
