package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.GatewayOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Upload a file for jobs to name. */
@Command(
        name = "upload",
        description = "Upload slides, a recording or subtitles; prints the address that a job names it by.")
public final class UploadCommand implements Callable<Integer> {
    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The file; its ending tells jobs what it is")
    Path file = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        spec.commandLine()
                .getOut()
                .println(gateway.client().upload(file).path("address").asString());
        return 0;
    }
}
