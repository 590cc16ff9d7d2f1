package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eventjobs.standalone.process.SingleProcess;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The operators' API: dead letters, replays, the queue, the audit log. */
@ExtendWith(SystemUnderTest.class)
class OperatorsIT {
    private static final String LETTERS = "/api/ops/dead-letters";

    @BeforeEach
    void breakPages(TestSite site) {
        site.breakAgain();
    }

    @AfterEach
    void resume(Gateway gateway) {
        gateway.post("/api/ops/queue/resume", "");
    }

    @Test
    void aFailureThatNoPersonMadeIsADeadLetterWithItsReason(Gateway gateway, TestSite site) {
        String job = failed(gateway, site, "/broken/reason");

        JsonNode letter = Gateway.data(gateway.get(LETTERS + "/" + job), 200);

        assertThat(letter.path("state").asString()).isEqualTo("open");
        assertThat(letter.path("kind").asString()).isEqualTo("job");
        assertThat(letter.path("error").path("code").asString()).isEqualTo("HTTP_NOT_FOUND");
        assertThat(letter.path("error").path("step").asString()).isEqualTo("fetching_page");
        assertThat(letter.path("worker_id").asString()).isNotEmpty();
        assertThat(letter.path("executions").size()).isOne();
        assertThat(ids(gateway, "?code=HTTP_NOT_FOUND&topic=commands&limit=500"))
                .contains(job);
        assertThat(ids(gateway, "?code=TOO_LARGE&limit=500")).doesNotContain(job);
        assertThat(ids(gateway, "?topic=reports&limit=500")).doesNotContain(job);
        assertThat(ids(gateway, "?failed_before=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(gateway.get(LETTERS + "?code=NONSENSE").statusCode()).isEqualTo(400);
        assertThat(gateway.get(LETTERS + "/job-unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void aReplayByFilterRestartsWhatItsDryRunPredicted(Gateway gateway, TestSite site) {
        String batch = Gateway.data(
                        gateway.post(
                                "/api/event-job/batches",
                                "{\"batch_name\":\"Broken\",\"jobs\":[%s,%s,%s]}"
                                        .formatted(
                                                Gateway.job("One", site.address("/broken/1")),
                                                Gateway.job("Two", site.address("/broken/2")),
                                                Gateway.job("Three", site.address("/fine/3")))),
                        201)
                .path("batch_id")
                .asString();
        gateway.awaitBatch(batch, "completed");
        String filter = "\"filter\":{\"batch_id\":\"" + batch + "\",\"code\":\"HTTP_NOT_FOUND\"}";

        JsonNode dry = Gateway.data(gateway.post(LETTERS + "/replay", "{" + filter + ",\"dry_run\":true}"), 200);
        assertThat(dry.path("replayed_count").asInt()).isEqualTo(2);
        assertThat(dry.path("by_code").path("HTTP_NOT_FOUND").asInt()).isEqualTo(2);
        assertThat(gateway.batch(batch).path("failed_count").asInt()).isEqualTo(2);

        site.repair();
        String body = "{" + filter + ",\"rate_per_second\":100}";
        String key = UUID.randomUUID().toString();
        JsonNode replay = Gateway.data(withKey(gateway, body, key), 201);
        JsonNode again = Gateway.data(withKey(gateway, body, key), 201);
        assertThat(again.path("replay_id").asString())
                .isEqualTo(replay.path("replay_id").asString());

        JsonNode done = awaitReplay(gateway, replay.path("replay_id").asString());
        assertThat(done.path("replayed_count").asInt()).isEqualTo(2);
        assertThat(done.path("skipped_count").asInt()).isZero();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        gateway.batch(batch).path("completed_count").asInt())
                .isEqualTo(3));
        assertThat(site.requests("/fine/3")).isOne();
    }

    @Test
    void changedJobsAreSkipped(Gateway gateway, TestSite site) {
        String job = failed(gateway, site, "/broken/moved");
        site.repair();
        Gateway.data(gateway.post("/api/event-job/jobs/" + job + "/restart", ""), 200);
        gateway.awaitFinished(job);

        JsonNode replay =
                Gateway.data(gateway.post(LETTERS + "/replay", "{\"ids\":[\"" + job + "\",\"job-unknown\"]}"), 201);
        JsonNode done = awaitReplay(gateway, replay.path("replay_id").asString());

        assertThat(done.path("replayed_count").asInt()).isZero();
        assertThat(done.path("skipped_count").asInt()).isEqualTo(2);
        assertThat(gateway.job(job).path("run").asInt()).isEqualTo(2);
    }

    @Test
    void aCancelledReplayLeavesTheRest(Gateway gateway, TestSite site) {
        String one = failed(gateway, site, "/broken/cancel-1");
        String two = failed(gateway, site, "/broken/cancel-2");
        String three = failed(gateway, site, "/broken/cancel-3");
        String body = "{\"ids\":[\"%s\",\"%s\",\"%s\"],\"rate_per_second\":1}".formatted(one, two, three);

        String replay = Gateway.data(gateway.post(LETTERS + "/replay", body), 201)
                .path("replay_id")
                .asString();
        JsonNode cancelled = Gateway.data(gateway.post("/api/ops/replays/" + replay + "/cancel", ""), 200);

        assertThat(cancelled.path("status").asString()).isEqualTo("cancelled");
        assertThat(Gateway.data(gateway.get(LETTERS + "/" + three), 200)
                        .path("state")
                        .asString())
                .isEqualTo("open");
        assertThat(gateway.get("/api/ops/replays/replay-unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void aDiscardedDeadLetterIsOffTheListAndItsJobStaysFailed(Gateway gateway, TestSite site) {
        String job = failed(gateway, site, "/broken/discard");

        JsonNode dry =
                Gateway.data(gateway.post(LETTERS + "/discard", "{\"ids\":[\"" + job + "\"],\"dry_run\":true}"), 200);
        JsonNode done = Gateway.data(gateway.post(LETTERS + "/discard", "{\"ids\":[\"" + job + "\"]}"), 200);

        assertThat(dry.path("discarded_count").asInt()).isOne();
        assertThat(done.path("discarded_count").asInt()).isOne();
        assertThat(ids(gateway, "?limit=500")).doesNotContain(job);
        assertThat(ids(gateway, "?state=discarded&limit=500")).contains(job);
        assertThat(gateway.job(job).path("status").asString()).isEqualTo("failed");
    }

    @Test
    void undecodableMessagesAreDeadLetters(Gateway gateway, TestSite site, SingleProcess machine) {
        KafkaMessages messages = new KafkaMessages(machine);
        messages.send("event-jobs.commands", "nobody", "{no command".getBytes(StandardCharsets.UTF_8));
        messages.send("event-jobs.reports", "nobody", "{no report".getBytes(StandardCharsets.UTF_8));

        String job = gateway.submit("Behind it", site.address("/behind"));

        assertThat(gateway.awaitFinished(job).path("status").asString()).isEqualTo("completed");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(letters(gateway, "?code=UNREADABLE_MESSAGE&topic=commands")
                            .toString())
                    .contains("\"nobody\"");
            assertThat(letters(gateway, "?code=UNREADABLE_MESSAGE&topic=reports")
                            .toString())
                    .contains("\"nobody\"");
        });
        String id =
                letters(gateway, "?topic=reports").get(0).path("dead_letter_id").asString();
        assertThat(Gateway.data(gateway.get(LETTERS + "/" + id), 200)
                        .path("payload")
                        .asString())
                .isEqualTo("{no report");
    }

    @Test
    void deadLettersStandInTheirTopicOnce(Gateway gateway, TestSite site, SingleProcess machine) {
        String job = failed(gateway, site, "/broken/topic");

        assertThat(new KafkaMessages(machine).ofKey("event-jobs.dead-letters", job))
                .hasSize(1);
    }

    @Test
    void noJobStartsWhileTheQueueIsPaused(Gateway gateway, TestSite site) {
        Gateway.data(gateway.post("/api/ops/queue/pause", ""), 200);
        String job = gateway.submit("Paused", site.address("/paused"));

        Progress.holds(
                Duration.ofSeconds(2),
                () -> assertThat(gateway.job(job).path("status").asString()).isEqualTo("pending"));
        JsonNode queue = Gateway.data(gateway.get("/api/ops/queue"), 200);
        Gateway.data(gateway.post("/api/ops/queue/resume", ""), 200);

        assertThat(queue.path("paused").asBoolean()).isTrue();
        assertThat(queue.path("pending").asInt()).isPositive();
        assertThat(queue.path("workers").get(0).path("slots").asInt()).isEqualTo(8);
        assertThat(queue.path("workers").get(0).path("worker_version").asString())
                .isNotEmpty();
        assertThat(queue.path("lag").path("commands").isNumber()).isTrue();
        assertThat(gateway.awaitFinished(job).path("status").asString()).isEqualTo("completed");
        assertThat(site.requests("/paused")).isOne();
    }

    @Test
    void actionsAreInTheAuditLog(Gateway gateway, TestSite site) {
        String job = gateway.submit("Audited", site.address("/audited"));
        gateway.awaitFinished(job);
        gateway.post("/api/event-job/jobs/" + job + "/cancel", "");
        gateway.delete("/api/event-job/jobs/" + job);

        String audit = Gateway.json(gateway.get("/api/ops/audit?limit=20")).toString();

        assertThat(audit).contains("deleteJob").contains(job).doesNotContain("createSessionJob");
        assertThat(audit.indexOf("cancelJob")).isNegative();
    }

    private static String failed(Gateway gateway, TestSite site, String path) {
        String job = gateway.submit("Broken " + path, site.address(path));
        assertThat(gateway.awaitFinished(job).path("status").asString()).isEqualTo("failed");
        return job;
    }

    private static JsonNode letters(Gateway gateway, String query) {
        return Gateway.data(gateway.get(LETTERS + query), 200).path("dead_letters");
    }

    private static List<String> ids(Gateway gateway, String query) {
        return letters(gateway, query)
                .valueStream()
                .map(letter -> letter.path("dead_letter_id").asString())
                .toList();
    }

    private static HttpResponse<byte[]> withKey(Gateway gateway, String body, String key) {
        return gateway.send(
                "POST", LETTERS + "/replay", body, "Content-Type", "application/json", "Idempotency-Key", key);
    }

    private static JsonNode awaitReplay(Gateway gateway, String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Gateway.data(gateway.get("/api/ops/replays/" + id), 200),
                        replay -> replay.path("status").asString().equals("completed"));
    }
}
