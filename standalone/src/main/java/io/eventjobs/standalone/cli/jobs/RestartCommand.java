package io.eventjobs.standalone.cli.jobs;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Restarts a finished job, or the failed jobs of a batch. */
@Command(name = "restart", description = "Restart a finished job, or the failed jobs of a batch.")
public final class RestartCommand implements Callable<Integer> {
    @Mixin
    JobCommand job = new JobCommand();

    @Option(names = "--no-cache", description = "Do not use checkpoints of earlier runs")
    boolean noCache;

    @Override
    public Integer call() throws InterruptedException {
        return job.post("restart", noCache ? "{\"use_cache\": false}" : "{}");
    }
}
