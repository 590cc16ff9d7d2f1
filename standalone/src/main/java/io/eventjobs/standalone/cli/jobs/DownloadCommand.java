package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.cli.client.GatewayOptions;
import io.eventjobs.standalone.cli.client.JobOrBatch;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Save the ZIP of a job or a batch. */
@Command(name = "download", description = "Save the ZIP of a job or a batch.")
public final class DownloadCommand implements Callable<Integer> {
    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "ID", description = "Id of a job or a batch")
    String id = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to (ID.zip)")
    @Nullable Path out;

    @Override
    public Integer call() throws InterruptedException {
        Path target = out == null ? Path.of(id + ".zip") : out;
        String what = JobOrBatch.isBatch(id) ? "/archive" : "/download-archive";
        gateway.client().download(JobOrBatch.path(id) + what, target);
        spec.commandLine().getOut().println(target);
        return 0;
    }
}
