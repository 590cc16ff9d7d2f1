package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.GatewayOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Uploads a file for jobs to refer to. */
@Command(
        name = "upload",
        description = "Upload slides, a recording or subtitles, and print the address for use in jobs.")
public final class UploadCommand implements Callable<Integer> {
    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "File to upload; its extension says its format")
    Path file = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        spec.commandLine()
                .getOut()
                .println(gateway.client().upload(file).path("address").asString());
        return 0;
    }
}
