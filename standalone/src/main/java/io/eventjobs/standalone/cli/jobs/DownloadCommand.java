package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.LocalFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Downloads the ZIP archive of a job or a batch, goes on with one that broke off, and verifies its checksums. */
@Command(
        name = "download",
        description = {
            "Download the ZIP archive of a job or a batch, and verify its checksums.",
            "What broke off is continued when the command is run again, unless the results have changed."
        })
public final class DownloadCommand implements Callable<Integer> {
    @Mixin
    JobCommand job = new JobCommand();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "File to write, or the folder for ID.zip (default: ID.zip)")
    @Nullable Path out;

    @Override
    public Integer call() throws InterruptedException, IOException {
        String name = job.id + ".zip";
        Path target = LocalFiles.target(out == null ? Path.of(name) : out, name);
        String archive = job.subject().isBatch() ? "/archive" : "/download-archive";
        return ArchiveDownload.of(job.client, job.subject().path() + archive, target);
    }
}
