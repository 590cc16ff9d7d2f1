package io.eventjobs.system;

import static io.eventjobs.system.ApiExamples.create;
import static io.eventjobs.system.ApiExamples.encoded;
import static io.eventjobs.system.ApiExamples.example;
import static io.eventjobs.system.ApiExamples.exampleAt;
import static io.eventjobs.system.ApiExamples.header;
import static io.eventjobs.system.ApiExamples.names;
import static io.eventjobs.system.ApiExamples.refusal;
import static io.eventjobs.system.ApiExamples.text;
import static io.eventjobs.system.ApiExamples.texts;
import static io.eventjobs.system.ApiExamples.types;
import static org.assertj.core.api.Assertions.assertThat;
import static tools.jackson.databind.node.JsonNodeType.ARRAY;
import static tools.jackson.databind.node.JsonNodeType.NUMBER;
import static tools.jackson.databind.node.JsonNodeType.OBJECT;
import static tools.jackson.databind.node.JsonNodeType.STRING;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The examples of the original API description, unchanged, with every response promised for them. */
@ExtendWith(SystemUnderTest.class)
class ApiExamplesIT {
    private static final String JOB_ID = "job-[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    @AfterEach
    void openTheGate(TestSite site) {
        site.openGate();
    }

    @Test
    void createsAJob(Gateway gateway) {
        HttpResponse<byte[]> response = gateway.post("/api/event-job/jobs", example("create-job"));

        JsonNode data = Gateway.data(response, 201);
        assertThat(Gateway.json(response).path("status").asString()).isEqualTo("success");
        assertThat(data.path("job_id").asString()).matches(JOB_ID);
        assertThat(data.path("status").asString()).isEqualTo("pending");
        assertThat(response.headers().firstValue("Location"))
                .contains("/api/event-job/jobs/" + data.path("job_id").asString());
        JsonNode parameters = gateway.job(data.path("job_id").asString()).path("parameters");
        Gateway.json(example("create-job")).properties().forEach(field -> assertThat(parameters.path(field.getKey()))
                .isEqualTo(field.getValue()));
    }

    @Test
    void showsACompletedJobWithAllItsFields(Gateway gateway, TestSite site) {
        JsonNode job = gateway.awaitFinished(create(gateway, site, "/example"));

        assertThat(job.path("status").asString()).isEqualTo("completed");
        assertThat(types(job))
                .containsAllEntriesOf(texts("job_id", "job_name", "job_type", "status"))
                .containsAllEntriesOf(texts("created_at", "updated_at", "started_at", "completed_at"))
                .containsAllEntriesOf(Map.of("attempt", NUMBER, "parameters", OBJECT, "results", OBJECT))
                .containsAllEntriesOf(Map.of("progress", OBJECT, "logs", ARRAY))
                .doesNotContainKey("error");
        assertThat(List.of("created_at", "updated_at", "started_at", "completed_at"))
                .allSatisfy(name -> assertThat(job.path(name).asString()).matches(TIME));
        assertThat(job.path("job_name").asString()).isEqualTo("Event Name - Track Name - Session Name");
        assertThat(job.path("job_type").asString()).isEqualTo("session");
        assertThat(job.path("progress").path("step").asString()).isEqualTo("completed");
        assertThat(job.path("progress").path("percent").asInt()).isEqualTo(100);
        assertThat(types(job.path("progress"))).containsEntry("message", STRING);
        assertThat(types(job.path("results")))
                .containsAllEntriesOf(texts("markdown_file", "markdown_url", "archive_file", "archive_url"))
                .containsAllEntriesOf(Map.of("assets", ARRAY, "metadata", OBJECT, "warnings", ARRAY));
        assertThat(job.path("results").path("markdown_file").asString())
                .startsWith("/" + job.path("job_id").asString() + "/")
                .endsWith("/Event Name/en/Track Name/session.md");
    }

    @Test
    void servesTheFileThatTheResultsName(Gateway gateway, TestSite site) {
        JsonNode results =
                gateway.awaitFinished(create(gateway, site, "/example-file")).path("results");
        String address =
                "/api/event-job/files" + encoded(results.path("markdown_file").asString());

        HttpResponse<byte[]> file = gateway.get(address);

        assertThat(address).isEqualTo(results.path("markdown_url").asString());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(text(file)).startsWith("---\n").contains("# Session Name");
        assertThat(header(file, "Content-Type")).startsWith("text/markdown");
        assertThat(header(file, "Content-Disposition")).startsWith("attachment").contains("session.md");
        assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(file, "Content-Security-Policy")).isEqualTo("sandbox");
        assertThat(gateway.get(address.replace("/files/", "/files//")).body()).isEqualTo(file.body());
    }

    @Test
    void servesRangesAndNotModified(Gateway gateway, TestSite site) {
        String address = gateway.awaitFinished(create(gateway, site, "/example-part"))
                .path("results")
                .path("markdown_url")
                .asString();
        HttpResponse<byte[]> whole = gateway.get(address);

        HttpResponse<byte[]> part = gateway.send("GET", address, "", "Range", "bytes=0-3");
        HttpResponse<byte[]> known = gateway.send("GET", address, "", "If-None-Match", header(whole, "ETag"));
        HttpResponse<byte[]> outside = gateway.send("GET", address, "", "Range", "bytes=99999999-");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(text(part)).isEqualTo("---\n");
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 0-3/" + whole.body().length);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(outside.statusCode()).isEqualTo(416);
        assertThat(header(outside, "Content-Range")).isEqualTo("bytes */" + whole.body().length);
    }

    @Test
    void restartsAJob(Gateway gateway, TestSite site) {
        String id = create(gateway, site, "/example-restart");
        gateway.awaitFinished(id);

        JsonNode data = Gateway.data(gateway.send("POST", "/api/event-job/" + id + "/restart", ""), 200);

        assertThat(types(data)).isEqualTo(texts("job_id", "status", "message"));
        assertThat(data.path("job_id").asString()).isEqualTo(id);
        assertThat(data.path("status").asString()).isEqualTo("pending");
        assertThat(data.path("message").asString()).isEqualTo("Job restarted");
        assertThat(gateway.awaitFinished(id).path("run").asInt()).isEqualTo(2);
    }

    @Test
    void aProcessingJobHasNoZipAndCannotBeRestarted(Gateway gateway, TestSite site) {
        site.closeGate();
        String id = create(gateway, site, "/gated-example-running");
        gateway.awaitStatus(id, "processing");

        assertThat(refusal(gateway.get("/api/event-job/jobs/" + id + "/download-archive"), 409))
                .isEqualTo("ARCHIVE_NOT_READY");
        assertThat(refusal(gateway.send("POST", "/api/event-job/" + id + "/restart", ""), 409))
                .isEqualTo("JOB_RUNNING");
        assertThat(Gateway.data(gateway.get("/api/jobs/" + id + "/download-archive"), 202)
                        .path("status")
                        .asString())
                .isEqualTo("processing");
    }

    @Test
    void servesTheZipOfAJob(Gateway gateway, TestSite site) {
        JsonNode job = gateway.awaitFinished(create(gateway, site, "/example-zip"));
        String id = job.path("job_id").asString();

        HttpResponse<byte[]> zip = gateway.get("/api/event-job/jobs/" + id + "/download-archive");

        assertThat(header(zip, "Content-Type")).isEqualTo("application/zip");
        assertThat(header(zip, "Content-Disposition")).startsWith("attachment").contains(".zip");
        assertThat(names(zip)).contains("Event Name/en/Track Name/session.md");
        assertThat(gateway.get("/api/jobs/" + id + "/download-archive").body()).isEqualTo(zip.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/event-job/jobs/%s/", "/api//event-job//jobs/%s", "/api/jobs/%s", "/api/jobs/%s/"})
    void extraSlashesAreIgnored(String path, Gateway gateway, TestSite site) {
        String id = create(gateway, site, "/example-slashes");

        assertThat(Gateway.data(gateway.get(path.formatted(id)), 200)
                        .path("job_id")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    void theFieldsMayStandUnderParametersAndOldOnesHaveNoEffect(Gateway gateway, TestSite site) {
        String body =
                "{\"user_id\": \"someone\", \"parameters\": " + exampleAt("create-job", site, "/example-nested") + "}";

        JsonNode data = Gateway.data(gateway.post("/api/event-job/jobs", body), 201);

        assertThat(data.path("warnings").toString()).contains("user_id");
        JsonNode parameters =
                gateway.awaitFinished(data.path("job_id").asString()).path("parameters");
        assertThat(parameters.path("track").asString()).isEqualTo("Track Name");
        assertThat(parameters.path("filename").asString()).isEqualTo("session.md");
    }

    @Test
    void theKeyMayBeSentInACustomHeader(Gateway gateway) {
        assertThat(gateway.sendWithoutKey("GET", "/api/event-job/jobs", "", "X-Api-Key", Gateway.KEY)
                        .statusCode())
                .isEqualTo(200);
    }
}
