package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.LocalFiles;
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

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "File to write, or the folder for ID.zip (default: ID.zip)")
    @Nullable Path out;

    @Override
    public Integer call() throws InterruptedException {
        String name = job.id + ".zip";
        Path target = LocalFiles.target(out == null ? Path.of(name) : out, name);
        String archive = job.subject().isBatch() ? "/archive" : "/download-archive";
        job.client().download(job.subject().path() + archive, target);
        job.out().println(target);
        return 0;
    }
}
