package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.FieldText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Uploads a file for jobs to refer to. */
@Command(
        name = "upload",
        description = "Upload slides, a recording or subtitles, and print the address for use in jobs.")
public final class UploadCommand implements Callable<Integer> {
    @Mixin
    ClientCommand client = new ClientCommand();

    @Parameters(paramLabel = "FILE", description = "File to upload; its extension says its format")
    Path file = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        JsonNode upload = client.gateway().upload(file);
        return client.show(upload, out -> out.println(FieldText.of(upload, "address")));
    }
}
