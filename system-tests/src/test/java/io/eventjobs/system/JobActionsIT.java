package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eventjobs.artifact.MinioArtifactStore;
import io.eventjobs.artifact.StoreSettings;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.standalone.process.Backends;
import io.eventjobs.standalone.process.SingleProcess;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Actions of people on jobs and batches: cancel, delete, archive, restart. */
@ExtendWith(SystemUnderTest.class)
class JobActionsIT {
    private static final String JOBS = "/api/event-job/jobs/";
    private static final String BATCHES = "/api/event-job/batches/";

    @AfterEach
    void openGate(TestSite site) {
        site.openGate();
    }

    @Test
    void cancelReachesARunningStepWithinTwoSeconds(Gateway gateway, TestSite site, SingleProcess machine) {
        site.closeGate();
        String job = gateway.submit("Cancelled", site.address("/gated-cancel"));
        gateway.awaitStatus(job, "processing");

        JsonNode cancelled = Gateway.data(gateway.post(JOBS + job + "/cancel", ""), 200);

        assertThat(cancelled.path("status").asString()).isEqualTo("cancelled");
        await().atMost(Duration.ofSeconds(2)).until(() -> machine.busySlots() == 0);
        assertThat(gateway.job(job).path("status").asString()).isEqualTo("cancelled");
        assertThat(gateway.job(job).path("error").isMissingNode()
                        || gateway.job(job).path("error").isNull())
                .isTrue();
        assertThat(gateway.post(JOBS + job + "/cancel", "").statusCode()).isEqualTo(200);
        site.openGate();
        Gateway.data(gateway.post(JOBS + job + "/restart", ""), 200);
        assertThat(gateway.awaitFinished(job).path("status").asString()).isEqualTo("completed");
    }

    @Test
    void aRestartRepeatsNoFinishedStepUnlessRequested(Gateway gateway, TestSite site) {
        String job = gateway.submit("Restarted", site.address("/restarted"));
        gateway.awaitFinished(job);

        Gateway.data(gateway.post(JOBS + job + "/restart", ""), 200);
        awaitRun(gateway, job, 2);
        int afterCached = site.fetches("/restarted");
        int confirmedThen = site.confirmations("/restarted");
        Gateway.data(gateway.post(JOBS + job + "/restart", "{\"use_cache\": false}"), 200);
        awaitRun(gateway, job, 3);

        assertThat(afterCached).isOne();
        assertThat(confirmedThen).isOne();
        assertThat(site.fetches("/restarted")).isEqualTo(2);
        assertThat(gateway.job(job).path("logs").toString()).contains("re-used from a checkpoint");
    }

    @Test
    void finishedJobsAreNotCancelled(Gateway gateway, TestSite site) {
        String job = gateway.submit("Finished", site.address("/finished"));
        gateway.awaitFinished(job);

        HttpResponse<byte[]> response = gateway.post("/api/jobs/" + job + "/cancel", "");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(code(response)).isEqualTo("JOB_FINISHED");
    }

    @Test
    void aDeletedJobIsGoneForEveryoneAndLaterItsObjectsAreToo(Gateway gateway, TestSite site, SingleProcess machine) {
        String job = gateway.submit("Deleted", site.address("/deleted"));
        gateway.awaitFinished(job);
        keepAStepOfItsOwn(machine, job);
        assertThat(objects(machine, job))
                .anyMatch(key -> key.endsWith("/manifest.json"))
                .anyMatch(key -> key.endsWith("/checkpoint.json"));

        assertThat(gateway.delete(JOBS + job).statusCode()).isEqualTo(200);

        assertThat(gateway.get(JOBS + job).statusCode()).isEqualTo(404);
        assertThat(gateway.get(JOBS + job + "/download-archive").statusCode()).isEqualTo(404);
        assertThat(gateway.post(JOBS + job + "/restart", "").statusCode()).isEqualTo(404);
        assertThat(gateway.delete(JOBS + job).statusCode()).isEqualTo(404);
        assertThat(Gateway.json(gateway.get(JOBS + "?limit=500")).toString()).doesNotContain(job);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(objects(machine, job)).isEmpty());
    }

    @Test
    void aCancelledBatchCancelsItsUnfinishedJobsAndStartsAgain(Gateway gateway, TestSite site) {
        site.closeGate();
        String batch = submit(gateway, site, 12, "/gated-batch-cancel");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> gateway.batch(batch).path("processing_count").asInt() > 0);

        JsonNode cancelled = Gateway.data(gateway.post(BATCHES + batch + "/cancel", ""), 200);

        assertThat(cancelled.path("cancelled_count").asInt()).isEqualTo(12);
        assertThat(gateway.batch(batch).path("status").asString()).isEqualTo("cancelled");
        site.openGate();
        JsonNode none = Gateway.data(gateway.post(BATCHES + batch + "/restart", "{\"only\":\"failed\"}"), 200);
        JsonNode all = Gateway.data(gateway.post(BATCHES + batch + "/restart", "{\"only\":\"all\"}"), 200);
        assertThat(none.path("restarted_count").asInt()).isZero();
        assertThat(all.path("restarted_count").asInt()).isEqualTo(12);
        assertThat(gateway.awaitBatch(batch, "completed")
                        .path("completed_count")
                        .asInt())
                .isEqualTo(12);
    }

    @Test
    void aDeletedBatchIsGoneWithItsJobs(Gateway gateway, TestSite site, SingleProcess machine) {
        String batch = submit(gateway, site, 3, "/batch-delete");
        String job = gateway.awaitBatch(batch, "completed")
                .path("jobs")
                .get(0)
                .path("job_id")
                .asString();

        JsonNode deleted = Gateway.data(gateway.delete(BATCHES + batch), 200);

        assertThat(deleted.path("deleted_count").asInt()).isEqualTo(3);
        assertThat(gateway.get(BATCHES + batch).statusCode()).isEqualTo(404);
        assertThat(gateway.get(BATCHES + batch + "/archive").statusCode()).isEqualTo(404);
        assertThat(gateway.get(JOBS + job).statusCode()).isEqualTo(404);
        assertThat(Gateway.json(gateway.get("/api/event-job/batches?limit=500")).toString())
                .doesNotContain(batch);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(objects(machine, job)).isEmpty());
    }

    @Test
    void aDeletedJobIsNoLongerCounted(Gateway gateway, TestSite site) {
        String batch = submit(gateway, site, 3, "/batch-less");
        String job = gateway.awaitBatch(batch, "completed")
                .path("jobs")
                .get(0)
                .path("job_id")
                .asString();

        Gateway.data(gateway.delete(JOBS + job), 200);

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        gateway.batch(batch).path("job_count").asInt())
                .isEqualTo(2));
        assertThat(gateway.batch(batch).path("jobs").size()).isEqualTo(2);
    }

    @Test
    void anArchivedBatchIsOutOfTheListThatAsksForOthers(Gateway gateway, TestSite site) {
        String batch = submit(gateway, site, 1, "/batch-archive");

        Gateway.data(gateway.post(BATCHES + batch + "/archive", ""), 200);

        assertThat(gateway.batch(batch).path("archived").asBoolean()).isTrue();
        assertThat(Gateway.json(gateway.get("/api/event-job/batches?archived=false&limit=500"))
                        .toString())
                .doesNotContain(batch);
        Gateway.data(gateway.post(BATCHES + batch + "/unarchive", ""), 200);
        assertThat(gateway.batch(batch).path("archived").asBoolean()).isFalse();
    }

    @Test
    void allOfAnEventStartsAgainOverItsBatches(Gateway gateway, TestSite site) {
        String job = Gateway.data(
                        gateway.post(
                                "/api/event-job/jobs",
                                Gateway.job("Again", site.address("/event-again"))
                                        .replace("Test Conference", "Restarted Conference")),
                        201)
                .path("job_id")
                .asString();
        gateway.awaitFinished(job);

        JsonNode restarted = Gateway.data(
                gateway.post("/api/event-job/events/Restarted%20Conference/restart", "{\"only\":\"all\"}"), 200);

        assertThat(restarted.path("restarted_count").asInt()).isOne();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(gateway.job(job).path("run").asInt()).isEqualTo(2));
        assertThat(gateway.post("/api/event-job/events/Unknown/restart", "").statusCode())
                .isEqualTo(404);
    }

    /** Checkpoints of fetches, slides and transcripts are shared within the tenant; this one belongs to the job alone. */
    private static void keepAStepOfItsOwn(SingleProcess machine, String job) {
        CheckpointKey key = CheckpointKey.ofJob(
                new TenantId("default"), new JobId(job), new CheckpointKey.Step("own", 1), List.of("input"));
        try (MinioArtifactStore store = store(machine)) {
            store.put(key.document(), new byte[] {'{', '}'}, "application/json");
        }
    }

    private static MinioArtifactStore store(SingleProcess machine) {
        Backends backends = machine.backends();
        return new MinioArtifactStore(new StoreSettings(
                URI.create(backends.objectStoreEndpoint()),
                backends.objectStoreAccessKey(),
                backends.objectStoreSecretKey(),
                "event-jobs",
                "us-east-1"));
    }

    private static List<String> objects(SingleProcess machine, String job) {
        try (MinioArtifactStore store = store(machine)) {
            return Stream.of("default/jobs/", "default/checkpoints/jobs/")
                    .flatMap(folder -> store.list(folder + job + "/", "", 100).stream())
                    .toList();
        }
    }

    private static void awaitRun(Gateway gateway, String job, int run) {
        Progress.await(
                "run " + run + " of " + job + " is completed",
                () -> JobView.of(gateway.job(job)),
                view -> view.run() == run && view.status().equals("completed"));
    }

    private static String code(HttpResponse<byte[]> response) {
        return Gateway.json(response).path("error").path("code").asString();
    }

    private static String submit(Gateway gateway, TestSite site, int jobs, String path) {
        String body = IntStream.range(0, jobs)
                .mapToObj(i -> Gateway.job("Session " + i, site.address(path + "/" + i)))
                .collect(Collectors.joining(",", "{\"batch_name\":\"Batch\",\"jobs\":[", "]}"));
        return Gateway.data(gateway.post("/api/event-job/batches", body), 201)
                .path("batch_id")
                .asString();
    }
}
