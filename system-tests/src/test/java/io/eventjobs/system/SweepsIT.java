package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.CreateMultipartUploadArgs;
import io.minio.ListMultipartUploadsArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.Result;
import io.minio.messages.Item;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The sweeps delete what is no longer needed, and nothing else. Retention is five leases here, the grace period one. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepsIT {
    private static final String BUCKET = "event-jobs";
    private static final Duration RETENTION = Cluster.LEASE.multipliedBy(5);

    private TestSite site;
    private Cluster cluster;
    private Gateway gateway;
    private MinioAsyncClient s3;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        site = TestSite.start();
        cluster = Cluster.withServices(folder);
        cluster.set("EVENT_JOBS_SWEEP_INTERVAL", "500ms");
        cluster.set("EVENT_JOBS_SWEEP_GRACE", Cluster.LEASE.toSeconds() + "s");
        cluster.set("EVENT_JOBS_SWEEP_RETENTION", RETENTION.toSeconds() + "s");
        gateway = cluster.gateway("gateway-1");
        cluster.worker("worker-1", 4);
        cluster.awaitReady(1);
        s3 = MinioAsyncClient.builder()
                .endpoint(cluster.address("EVENT_JOBS_S3_ENDPOINT"))
                .credentials(cluster.address("EVENT_JOBS_S3_ACCESS_KEY"), cluster.address("EVENT_JOBS_S3_SECRET_KEY"))
                .build();
    }

    @AfterAll
    void stop() throws Exception {
        s3.close();
        cluster.close();
        site.close();
    }

    @Test
    void aBatchWhoseRetentionIsOverGoesWithItsJobsAndTheirObjects() {
        String body = "{\"batch_name\":\"Old\",\"jobs\":[%s,%s]}"
                .formatted(Gateway.job("One", site.address("/old/one")), Gateway.job("Two", site.address("/old/two")));
        String batch = Gateway.data(gateway.post("/api/event-job/batches", body), 201)
                .path("batch_id")
                .asString();
        gateway.awaitBatch(batch, "completed");
        List<String> jobs = jobsOf(batch);
        assertThat(jobs).hasSize(2).allSatisfy(job -> assertThat(objectsOf(job)).isNotEmpty());

        Progress.await(
                "the batch is gone",
                () -> gateway.get("/api/event-job/batches/" + batch).statusCode() == 404);
        assertThat(jobs).allSatisfy(job -> assertThat(
                        gateway.get("/api/event-job/jobs/" + job).statusCode())
                .isEqualTo(404));
        Progress.await(
                "their objects are gone",
                () -> jobs.stream().map(this::objectsOf).flatMap(List::stream).toList(),
                List::isEmpty);
        assertThat(typesOf(batch)).contains("batch.completed").endsWith("batch.deleted");
    }

    @Test
    void partsOfIncompleteUploadsAreDeleted() throws Exception {
        s3.createMultipartUpload(CreateMultipartUploadArgs.builder()
                        .bucket(BUCKET)
                        .object("default/jobs/job-gone/x1-dead/large.zip")
                        .build())
                .get();
        s3.createMultipartUpload(CreateMultipartUploadArgs.builder()
                        .bucket(BUCKET)
                        .object("somebody/else.zip")
                        .build())
                .get();

        Progress.await(
                "only the upload of somebody else is left", this::openUploads, List.of("somebody/else.zip")::equals);
    }

    private List<String> openUploads() throws Exception {
        return s3
                .listMultipartUploads(
                        ListMultipartUploadsArgs.builder().bucket(BUCKET).build())
                .get()
                .result()
                .uploads()
                .stream()
                .map(upload -> upload.objectName())
                .toList();
    }

    private List<String> objectsOf(String job) {
        List<String> keys = new ArrayList<>();
        for (Result<Item> item : s3.listObjects(ListObjectsArgs.builder()
                .bucket(BUCKET)
                .prefix("default/jobs/" + job + "/")
                .recursive(true)
                .build())) {
            try {
                keys.add(item.get().objectName());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return keys;
    }

    private List<String> jobsOf(String batch) {
        JsonNode page = Gateway.data(gateway.get("/api/event-job/batches/" + batch + "/jobs"), 200);
        return page.path("jobs")
                .valueStream()
                .map(job -> job.path("job_id").asString())
                .toList();
    }

    private List<String> typesOf(String batch) {
        return new KafkaMessages(cluster.address("EVENT_JOBS_KAFKA"))
                .all("event-jobs.events").stream()
                        .filter(event ->
                                KafkaMessages.header(event, "ce_subject").equals(batch))
                        .map(event -> KafkaMessages.header(event, "ce_type"))
                        .toList();
    }
}
