package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tools.jackson.databind.node.JsonNodeType.ARRAY;
import static tools.jackson.databind.node.JsonNodeType.BOOLEAN;
import static tools.jackson.databind.node.JsonNodeType.NULL;
import static tools.jackson.databind.node.JsonNodeType.NUMBER;
import static tools.jackson.databind.node.JsonNodeType.OBJECT;
import static tools.jackson.databind.node.JsonNodeType.STRING;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/** The first description of the API, to the letter: its bodies as they stand there, and every answer that it promises. */
@ExtendWith(TestMachine.class)
class SeedIT {
    private static final String JOB_ID = "job-[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    @AfterEach
    void openTheGate(TestSite site) {
        site.openGate();
    }

    @Test
    void createsAJob(Gateway gateway) {
        HttpResponse<byte[]> answer = gateway.post("/api/event-job/jobs", seed("create-job"));

        JsonNode data = Gateway.data(answer, 201);
        assertThat(Gateway.json(answer).path("status").asString()).isEqualTo("success");
        assertThat(data.path("job_id").asString()).matches(JOB_ID);
        assertThat(data.path("status").asString()).isEqualTo("pending");
        assertThat(answer.headers().firstValue("Location"))
                .contains("/api/event-job/jobs/" + data.path("job_id").asString());
        JsonNode parameters = gateway.job(data.path("job_id").asString()).path("parameters");
        Gateway.json(seed("create-job")).properties().forEach(field -> assertThat(parameters.path(field.getKey()))
                .isEqualTo(field.getValue()));
    }

    @Test
    void showsACompletedJobWithAllItsFields(Gateway gateway, TestSite site) {
        JsonNode job = gateway.awaitFinished(create(gateway, site, "/seed"));

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
                gateway.awaitFinished(create(gateway, site, "/seed-file")).path("results");
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
    void servesAPartOfAFileAndNothingToAClientThatHasIt(Gateway gateway, TestSite site) {
        String address = gateway.awaitFinished(create(gateway, site, "/seed-part"))
                .path("results")
                .path("markdown_url")
                .asString();
        HttpResponse<byte[]> whole = gateway.get(address);

        HttpResponse<byte[]> part = gateway.ask("GET", address, "", "Range", "bytes=0-3");
        HttpResponse<byte[]> known = gateway.ask("GET", address, "", "If-None-Match", header(whole, "ETag"));
        HttpResponse<byte[]> outside = gateway.ask("GET", address, "", "Range", "bytes=99999999-");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(text(part)).isEqualTo("---\n");
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 0-3/" + whole.body().length);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(outside.statusCode()).isEqualTo(416);
        assertThat(header(outside, "Content-Range")).isEqualTo("bytes */" + whole.body().length);
    }

    @Test
    void createsABatch(Gateway gateway, TestSite site) {
        site.closeGate();

        HttpResponse<byte[]> answer =
                gateway.post("/api/event-job/batches", answering("create-batch", site, "/gated-a"));

        JsonNode data = Gateway.data(answer, 201);
        assertThat(types(data)).isEqualTo(both(texts("batch_id", "batch_name", "status"), Map.of("job_count", NUMBER)));
        assertThat(data.path("batch_name").asString()).isEqualTo("My Batch");
        assertThat(data.path("status").asString()).isEqualTo("pending");
        assertThat(data.path("job_count").asInt()).isEqualTo(2);
    }

    @Test
    void showsACompletedBatchAndItsZip(Gateway gateway, TestSite site) {
        String id = createBatch(gateway, site, "/seed-batch");
        JsonNode batch = gateway.awaitBatch(id, "completed");

        assertThat(types(batch))
                .containsAllEntriesOf(texts("batch_id", "batch_name", "status", "created_at", "completed_at"))
                .containsAllEntriesOf(Map.of("active", BOOLEAN, "archived", BOOLEAN, "job_count", NUMBER))
                .containsAllEntriesOf(Map.of("next_cursor", NULL, "jobs", ARRAY));
        assertThat(counts(batch)).isEqualTo(List.of(2, 0, 0, 2, 0, 0));
        assertThat(batch.path("jobs")).hasSize(2).allSatisfy(job -> assertThat(types(job))
                .containsAllEntriesOf(texts("job_id", "job_name", "status"))
                .containsEntry("progress", OBJECT));
        HttpResponse<byte[]> zip = gateway.get("/api/event-job/batches/" + id + "/archive");
        assertThat(header(zip, "Content-Type")).isEqualTo("application/zip");
        assertThat(header(zip, "Content-Disposition")).contains("My Batch.zip");
        assertThat(names(zip))
                .contains(
                        "README.md", "index.md", "Event 1/en/General/Session 1.md", "Event 2/en/General/Session 2.md");
    }

    @Test
    void restartsAJob(Gateway gateway, TestSite site) {
        String id = create(gateway, site, "/seed-restart");
        gateway.awaitFinished(id);

        JsonNode data = Gateway.data(gateway.ask("POST", "/api/event-job/" + id + "/restart", ""), 200);

        assertThat(types(data)).isEqualTo(texts("job_id", "status", "message"));
        assertThat(data.path("job_id").asString()).isEqualTo(id);
        assertThat(data.path("status").asString()).isEqualTo("pending");
        assertThat(data.path("message").asString()).isEqualTo("Job restarted");
        assertThat(gateway.awaitFinished(id).path("run").asInt()).isEqualTo(2);
    }

    @Test
    void aJobThatIsProcessingHasNoZipAndIsNotRestarted(Gateway gateway, TestSite site) {
        site.closeGate();
        String id = create(gateway, site, "/gated-seed-running");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> gateway.job(id).path("status").asString().equals("processing"));

        assertThat(refusal(gateway.get("/api/event-job/jobs/" + id + "/download-archive"), 409))
                .isEqualTo("ARCHIVE_NOT_READY");
        assertThat(refusal(gateway.ask("POST", "/api/event-job/" + id + "/restart", ""), 409))
                .isEqualTo("JOB_RUNNING");
        assertThat(Gateway.data(gateway.get("/api/jobs/" + id + "/download-archive"), 202)
                        .path("status")
                        .asString())
                .isEqualTo("processing");
    }

    @Test
    void aBatchWithNothingCompletedHasNoZip(Gateway gateway, TestSite site) {
        site.closeGate();
        String id = createBatch(gateway, site, "/gated-nothing");

        assertThat(refusal(gateway.get("/api/event-job/batches/" + id + "/archive"), 409))
                .isEqualTo("ARCHIVE_NOT_READY");
    }

    @Test
    void togglesABatch(Gateway gateway, TestSite site) {
        site.closeGate();
        String id = createBatch(gateway, site, "/gated-toggle");
        String address = "/api/event-job/batches/" + id + "/toggle-active";

        JsonNode off = Gateway.data(gateway.ask("POST", address, ""), 200);
        JsonNode on = Gateway.data(gateway.ask("POST", address, ""), 200);
        JsonNode set = Gateway.data(gateway.post(address, "{\"active\": true}"), 200);

        assertThat(types(off)).isEqualTo(both(texts("batch_id", "message"), Map.of("active", BOOLEAN)));
        assertThat(off.path("batch_id").asString()).isEqualTo(id);
        assertThat(off.path("message").asString()).isEqualTo("Batch status toggled");
        assertThat(List.of(off, on, set))
                .map(answer -> answer.path("active").asBoolean())
                .isEqualTo(List.of(false, true, true));
    }

    @Test
    void failsAllJobsOfABatch(Gateway gateway, TestSite site) {
        site.closeGate();
        String id = createBatch(gateway, site, "/gated-fail-all");

        JsonNode data = Gateway.data(
                gateway.post("/api/event-job/batches/fail-all", seed("fail-all").replace("batch-id-123", id)), 200);

        assertThat(types(data)).isEqualTo(both(texts("batch_id", "message"), Map.of("failed_count", NUMBER)));
        assertThat(data.path("batch_id").asString()).isEqualTo(id);
        assertThat(data.path("failed_count").asInt()).isEqualTo(2);
        assertThat(data.path("message").asString()).isEqualTo("All jobs failed");
        JsonNode batch = gateway.batch(id);
        assertThat(counts(batch)).isEqualTo(List.of(2, 0, 0, 0, 2, 0));
        assertThat(types(batch.path("jobs").get(0).path("error"))).containsAllEntriesOf(texts("code", "message"));
    }

    @Test
    void servesTheZipOfAJob(Gateway gateway, TestSite site) {
        JsonNode job = gateway.awaitFinished(create(gateway, site, "/seed-zip"));
        String id = job.path("job_id").asString();

        HttpResponse<byte[]> zip = gateway.get("/api/event-job/jobs/" + id + "/download-archive");

        assertThat(header(zip, "Content-Type")).isEqualTo("application/zip");
        assertThat(header(zip, "Content-Disposition")).startsWith("attachment").contains(".zip");
        assertThat(names(zip)).contains("Event Name/en/Track Name/session.md");
        assertThat(gateway.get("/api/jobs/" + id + "/download-archive").body()).isEqualTo(zip.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/event-job/jobs/%s/", "/api//event-job//jobs/%s", "/api/jobs/%s", "/api/jobs/%s/"})
    void slashesTooManyMeanNothing(String path, Gateway gateway, TestSite site) {
        String id = create(gateway, site, "/seed-slashes");

        assertThat(Gateway.data(gateway.get(path.formatted(id)), 200)
                        .path("job_id")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    void theFieldsMayStandUnderParametersAndOldOnesHaveNoEffect(Gateway gateway, TestSite site) {
        String body =
                "{\"user_id\": \"someone\", \"parameters\": " + answering("create-job", site, "/seed-nested") + "}";

        JsonNode data = Gateway.data(gateway.post("/api/event-job/jobs", body), 201);

        assertThat(data.path("warnings").toString()).contains("user_id");
        JsonNode parameters =
                gateway.awaitFinished(data.path("job_id").asString()).path("parameters");
        assertThat(parameters.path("track").asString()).isEqualTo("Track Name");
        assertThat(parameters.path("filename").asString()).isEqualTo("session.md");
    }

    @Test
    void theKeyMayStandInAHeaderOfItsOwn(Gateway gateway) {
        assertThat(gateway.askUnknown("GET", "/api/event-job/jobs", "", "X-Api-Key", Gateway.KEY)
                        .statusCode())
                .isEqualTo(200);
    }

    private static String create(Gateway gateway, TestSite site, String path) {
        return Gateway.data(gateway.post("/api/event-job/jobs", answering("create-job", site, path)), 201)
                .path("job_id")
                .asString();
    }

    private static String createBatch(Gateway gateway, TestSite site, String path) {
        return Gateway.data(gateway.post("/api/event-job/batches", answering("create-batch", site, path)), 201)
                .path("batch_id")
                .asString();
    }

    /** The seed's body, with a host whose pages answer. */
    private static String answering(String name, TestSite site, String path) {
        return seed(name).replace("https://example.com", site.address(path));
    }

    private static String seed(String name) {
        try (InputStream in =
                Objects.requireNonNull(SeedIT.class.getResourceAsStream("/seed/" + name + ".json"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, JsonNodeType> types(JsonNode object) {
        return object.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue()
                .getNodeType()));
    }

    private static Map<String, JsonNodeType> texts(String... names) {
        return Arrays.stream(names).collect(Collectors.toMap(name -> name, name -> STRING));
    }

    private static Map<String, JsonNodeType> both(Map<String, JsonNodeType> some, Map<String, JsonNodeType> others) {
        Map<String, JsonNodeType> all = new LinkedHashMap<>(some);
        all.putAll(others);
        return all;
    }

    private static List<Integer> counts(JsonNode batch) {
        return List.of("job", "pending", "processing", "completed", "failed", "cancelled").stream()
                .map(word -> batch.path(word + "_count").asInt(-1))
                .toList();
    }

    private static String refusal(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        return Gateway.json(answer).path("error").path("code").asString();
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String encoded(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private static List<String> names(HttpResponse<byte[]> zip) {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
