package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Batches: accepted all or nothing, paused, failed, counted. */
@ExtendWith(SystemUnderTest.class)
class BatchIT {
    @Test
    void aBatchCompletesAndItsCountsAreThoseOfItsJobs(Gateway gateway, TestSite site) {
        JsonNode batch = gateway.awaitBatch(submit(gateway, site, 5, "/batch", ""), "completed");

        assertThat(batch.path("completed_count").asInt()).isEqualTo(5);
        assertThat(batch.path("jobs").size()).isEqualTo(5);
        assertThat(gateway.get("/api/event-job/batches/"
                                + batch.path("batch_id").asString() + "/archive")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void oneBadJobRefusesTheWholeBatchAndIsNamed(Gateway gateway, TestSite site) {
        String body =
                "{\"batch_name\":\"Bad\",\"batch_id\":\"bad-batch\",\"jobs\":[%s,{\"event\":\"E\",\"session\":\"S\",\"url\":\"ftp://x\"}]}"
                        .formatted(Gateway.job("Good", site.address("/good")));

        var response = gateway.post("/api/event-job/batches", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Gateway.json(response).path("error").path("details").toString())
                .contains("jobs[1].url");
        assertThat(gateway.get("/api/event-job/batches/bad-batch").statusCode()).isEqualTo(404);
        assertThat(site.requests("/good")).isZero();
    }

    @Test
    void noJobOfAnInactiveBatchStartsUntilItIsActivated(Gateway gateway, TestSite site) {
        site.closeGate();
        String id = submit(gateway, site, 30, "/gated-pause", ", \"max_parallel\": 2");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> gateway.batch(id).path("processing_count").asInt() == 2);

        JsonNode paused = Gateway.data(gateway.post("/api/event-job/batches/" + id + "/toggle-active", ""), 200);
        site.openGate();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> gateway.batch(id).path("processing_count").asInt() == 0);
        JsonNode resting = gateway.batch(id);
        Progress.holds(Duration.ofSeconds(2), () -> assertThat(gateway.batch(id).path("completed_count"))
                .isEqualTo(resting.path("completed_count")));

        assertThat(paused.path("active").asBoolean()).isFalse();
        assertThat(resting.path("completed_count").asInt()).isLessThan(30);
        assertThat(resting.path("pending_count").asInt()).isPositive();
        Gateway.data(gateway.post("/api/event-job/batches/" + id + "/toggle-active", "{\"active\": true}"), 200);
        assertThat(gateway.awaitBatch(id, "completed").path("completed_count").asInt())
                .isEqualTo(30);
    }

    @Test
    void failAllFailsEveryUnfinishedJobWithTheReason(Gateway gateway, TestSite site) {
        site.closeGate();
        String id = submit(gateway, site, 20, "/gated-fail", "");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> gateway.batch(id).path("processing_count").asInt() > 0);

        JsonNode failed = Gateway.data(
                gateway.post(
                        "/api/event-job/batches/fail-all",
                        "{\"batch_id\":\"" + id + "\",\"reason\":\"Manual failure\"}"),
                200);
        JsonNode batch = gateway.batch(id);
        site.openGate();

        assertThat(failed.path("failed_count").asInt()).isEqualTo(20);
        assertThat(failed.path("message").asString()).isEqualTo("All jobs failed");
        assertThat(batch.path("status").asString()).isEqualTo("failed");
        JsonNode error = batch.path("jobs").get(0).path("error");
        assertThat(error.path("code").asString()).isEqualTo("FAILED_BY_OPERATOR");
        assertThat(error.path("message").asString()).isEqualTo("Manual failure");
        Progress.holds(
                Duration.ofSeconds(2),
                () -> assertThat(gateway.batch(id).path("failed_count").asInt()).isEqualTo(20));
    }

    private static String submit(Gateway gateway, TestSite site, int jobs, String path, String more) {
        String body = IntStream.range(0, jobs)
                .mapToObj(i -> Gateway.job("Session " + i, site.address(path + "/" + i)))
                .collect(Collectors.joining(",", "{\"batch_name\":\"Batch\",\"jobs\":[", "]" + more + "}"));
        return Gateway.data(gateway.post("/api/event-job/batches", body), 201)
                .path("batch_id")
                .asString();
    }
}
