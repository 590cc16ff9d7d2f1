package io.eventjobs.standalone.cli.jobs;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Downloads the ZIP archive of a job or a batch. */
@Command(name = "download", description = "Download the ZIP archive of a job or a batch.")
public final class DownloadCommand implements Callable<Integer> {
    @Mixin
    JobCommand job = new JobCommand();

    @Option(names = "--out", paramLabel = "FILE", description = "File to write (default: ID.zip)")
    @Nullable Path out;

    @Override
    public Integer call() throws InterruptedException {
        Path target = out == null ? Path.of(job.id + ".zip") : out;
        String archive = job.subject().isBatch() ? "/archive" : "/download-archive";
        job.client().download(job.subject().path() + archive, target);
        job.out().println(target);
        return 0;
    }
}
