package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.GatewayClient;
import io.eventjobs.standalone.client.GatewayOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Submits a job or a batch from a JSON file with the request body of the API. */
@Command(name = "submit", description = "Submit a job or a batch from a JSON file with the request body of the API.")
public final class SubmitCommand implements Callable<Integer> {
    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            description = "JSON of a job, or of a batch if it has \"jobs\"; - for standard input")
    String file = "-";

    @Override
    public Integer call() throws IOException, InterruptedException {
        String json = file.equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(Path.of(file));
        GatewayClient client = gateway.client();
        boolean batch = client.mapper().readTree(json).has("jobs");
        JsonNode submitted = client.post(batch ? "/api/event-job/batches" : "/api/event-job/jobs", json);
        spec.commandLine()
                .getOut()
                .println(submitted.path(batch ? "batch_id" : "job_id").asString());
        return 0;
    }
}
