package io.eventjobs.system;

import static io.eventjobs.system.ApiExamples.both;
import static io.eventjobs.system.ApiExamples.counts;
import static io.eventjobs.system.ApiExamples.createBatch;
import static io.eventjobs.system.ApiExamples.example;
import static io.eventjobs.system.ApiExamples.exampleAt;
import static io.eventjobs.system.ApiExamples.header;
import static io.eventjobs.system.ApiExamples.names;
import static io.eventjobs.system.ApiExamples.refusal;
import static io.eventjobs.system.ApiExamples.texts;
import static io.eventjobs.system.ApiExamples.types;
import static org.assertj.core.api.Assertions.assertThat;
import static tools.jackson.databind.node.JsonNodeType.ARRAY;
import static tools.jackson.databind.node.JsonNodeType.BOOLEAN;
import static tools.jackson.databind.node.JsonNodeType.NULL;
import static tools.jackson.databind.node.JsonNodeType.NUMBER;
import static tools.jackson.databind.node.JsonNodeType.OBJECT;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The batch examples of the original API description, unchanged. */
@ExtendWith(SystemUnderTest.class)
class ApiBatchExamplesIT {

    @AfterEach
    void openTheGate(TestSite site) {
        site.openGate();
    }

    @Test
    void createsABatch(Gateway gateway, TestSite site) {
        site.closeGate();

        HttpResponse<byte[]> response =
                gateway.post("/api/event-job/batches", exampleAt("create-batch", site, "/gated-a"));

        JsonNode data = Gateway.data(response, 201);
        assertThat(types(data)).isEqualTo(both(texts("batch_id", "batch_name", "status"), Map.of("job_count", NUMBER)));
        assertThat(data.path("batch_name").asString()).isEqualTo("My Batch");
        assertThat(data.path("status").asString()).isEqualTo("pending");
        assertThat(data.path("job_count").asInt()).isEqualTo(2);
    }

    @Test
    void showsACompletedBatchAndItsZip(Gateway gateway, TestSite site) {
        String id = createBatch(gateway, site, "/example-batch");
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
    void aBatchWithoutCompletedJobsHasNoZip(Gateway gateway, TestSite site) {
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

        JsonNode off = Gateway.data(gateway.send("POST", address, ""), 200);
        JsonNode on = Gateway.data(gateway.send("POST", address, ""), 200);
        JsonNode set = Gateway.data(gateway.post(address, "{\"active\": true}"), 200);

        assertThat(types(off)).isEqualTo(both(texts("batch_id", "message"), Map.of("active", BOOLEAN)));
        assertThat(off.path("batch_id").asString()).isEqualTo(id);
        assertThat(off.path("message").asString()).isEqualTo("Batch status toggled");
        assertThat(List.of(off, on, set))
                .map(response -> response.path("active").asBoolean())
                .isEqualTo(List.of(false, true, true));
    }

    @Test
    void failsAllJobsOfABatch(Gateway gateway, TestSite site) {
        site.closeGate();
        String id = createBatch(gateway, site, "/gated-fail-all");

        JsonNode data = Gateway.data(
                gateway.post(
                        "/api/event-job/batches/fail-all", example("fail-all").replace("batch-id-123", id)),
                200);

        assertThat(types(data)).isEqualTo(both(texts("batch_id", "message"), Map.of("failed_count", NUMBER)));
        assertThat(data.path("batch_id").asString()).isEqualTo(id);
        assertThat(data.path("failed_count").asInt()).isEqualTo(2);
        assertThat(data.path("message").asString()).isEqualTo("All jobs failed");
        JsonNode batch = gateway.batch(id);
        assertThat(counts(batch)).isEqualTo(List.of(2, 0, 0, 0, 2, 0));
        assertThat(types(batch.path("jobs").get(0).path("error"))).containsAllEntriesOf(texts("code", "message"));
    }
}
