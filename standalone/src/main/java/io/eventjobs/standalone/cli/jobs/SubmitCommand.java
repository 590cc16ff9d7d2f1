package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.GatewayClient;
import io.eventjobs.standalone.client.GatewayException;
import io.eventjobs.standalone.client.GatewayOptions;
import io.eventjobs.standalone.client.LocalFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
                : LocalFiles.read(Path.of(file));
        GatewayClient client = gateway.client();
        boolean batch = parsed(client.mapper(), json).has("jobs");
        JsonNode submitted = client.post(batch ? "/api/event-job/batches" : "/api/event-job/jobs", json);
        spec.commandLine()
                .getOut()
                .println(submitted.path(batch ? "batch_id" : "job_id").asString());
        return 0;
    }

    private JsonNode parsed(JsonMapper mapper, String json) {
        String source = file.equals("-") ? "the standard input" : file;
        try {
            JsonNode body = mapper.readTree(json);
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : ": line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new GatewayException(source + " is not valid JSON" + where);
        }
        throw new GatewayException(source + " must have a JSON object, the body of a job or of a batch");
    }
}
