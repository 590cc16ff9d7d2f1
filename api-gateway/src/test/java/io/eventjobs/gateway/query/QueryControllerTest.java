package io.eventjobs.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.HttpApi;
import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchRequest;
import io.eventjobs.gateway.job.CompletedJobs;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.gateway.web.ApiJson;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.StateCounts;
import io.eventjobs.model.job.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class QueryControllerTest {
    private static final String ROOT = "/api/event-job";

    private Records records;
    private HttpApi api;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        api = HttpApi.of(new QueryController(Queries.of(records), records.logs(), records.events()));
    }

    @AfterEach
    void close() {
        records.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/event-job/jobs/", "/api/jobs/"})
    void aJobIsShownWithItsLogUnderBothAddresses(String path) {
        JobRecord job = stored(CompletedJobs.withResults());
        records.logs().append(job.id(), List.of(new LogLine(Jobs.NOW, LogLine.Level.INFO, "Fetching")));

        HttpApi.Answer answer = api.read(path + job.id());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/status")).isEqualTo("success");
        assertThat(answer.text("/data/job_id")).isEqualTo(job.id().value());
        assertThat(answer.text("/data/logs/0/message")).isEqualTo("Fetching");
        assertThat(answer.text("/data/results/archive_file")).endsWith("/closing.zip");
    }

    @Test
    void theLogAndTheTimelineHaveAddressesOfTheirOwn() {
        JobRecord job = stored(Jobs.processing());
        records.logs().append(job.id(), List.of(new LogLine(Jobs.NOW, LogLine.Level.ERROR, "Away")));

        assertThat(api.read(ROOT + "/jobs/" + job.id() + "/logs").at("/data"))
                .isEqualTo(ApiJson.parse(
                        """
                        {"job_id": "%s", "logs": [{"at": "2026-03-01T10:00:00.000Z", "level": "error", "message": "Away"}]}"""
                                .formatted(job.id())));
        assertThat(api.read(ROOT + "/jobs/" + job.id() + "/events").at("/data"))
                .isEqualTo(ApiJson.parse(
                        """
                        {"job_id": "%s", "events": [
                          {"type": "job.created", "at": "2026-03-01T10:00:00.000Z", "data": {}},
                          {"type": "job.started", "at": "2026-03-01T10:00:00.000Z",
                           "data": {"execution": "x1", "worker_id": "worker-1"}}]}"""
                                .formatted(job.id())));
    }

    @ParameterizedTest
    @CsvSource({
        "/jobs/job-1, JOB_NOT_FOUND",
        "/jobs/job-1/logs, JOB_NOT_FOUND",
        "/jobs/job-1/events, JOB_NOT_FOUND",
        "/batches/batch-1, BATCH_NOT_FOUND",
        "/batches/batch-1/jobs, BATCH_NOT_FOUND"
    })
    void whatIsNotThereIsNotFound(String path, String code) {
        assertThat(api.read(ROOT + path).status()).isEqualTo(404);
        assertThat(api.read(ROOT + path).error()).isEqualTo(code);
    }

    @Test
    void anEmptyListHasNoNextPage() {
        assertThat(api.read(ROOT + "/jobs").at("/data"))
                .isEqualTo(ApiJson.parse("{\"jobs\": [], \"next_cursor\": null}"));
        assertThat(api.read(ROOT + "/batches").at("/data"))
                .isEqualTo(ApiJson.parse("{\"batches\": [], \"next_cursor\": null}"));
        assertThat(api.read(ROOT + "/events").at("/data")).isEqualTo(ApiJson.parse("{\"events\": []}"));
    }

    @Test
    void aListOfJobsIsReadPageByPageAndNoneIsShownTwice() {
        List<String> stored = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            stored.add(stored(Jobs.pending()).id().value());
        }

        assertThat(pages(ROOT + "/jobs", 2, "jobs", "job_id")).hasSize(3).last().satisfies(last -> assertThat(last)
                .hasSize(1));
        assertThat(pages(ROOT + "/jobs", 2, "jobs", "job_id").stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    void aPageThatIsExactlyFullIsTheLastOne() {
        stored(Jobs.pending());
        stored(Jobs.pending());

        assertThat(pages(ROOT + "/jobs", 2, "jobs", "job_id")).hasSize(1);
    }

    @Test
    void theTotalIsCountedWhenItIsAskedFor() {
        stored(Jobs.pending());
        stored(Jobs.failed());
        batch("one");

        assertThat(api.read(ROOT + "/jobs?total=true&limit=1").at("/data/total").asLong())
                .isEqualTo(2);
        assertThat(api.read(ROOT + "/jobs?total=true&status=failed")
                        .at("/data/total")
                        .asLong())
                .isEqualTo(1);
        assertThat(api.read(ROOT + "/batches?total=true").at("/data/total").asLong())
                .isEqualTo(1);
        assertThat(api.read(ROOT + "/jobs?total=false").at("/data").has("total"))
                .isFalse();
    }

    @Test
    void jobsAreFoundByTheStateThatTheirOwnerSees() {
        stored(Jobs.pending());
        stored(Jobs.queued());
        stored(Jobs.processing());

        assertThat(api.read(ROOT + "/jobs?status=pending").at("/data/jobs")).hasSize(2);
        assertThat(api.read(ROOT + "/jobs?status=processing").at("/data/jobs")).hasSize(1);
        assertThat(api.read(ROOT + "/jobs?status=completed").at("/data/jobs")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "event=FOSDEM%202025, 1",
        "event=fosdem%202025, 0",
        "track=Keynotes, 1",
        "track=Rust, 0",
        "q=LOSI, 1",
        "q=Opening, 0",
        "batch_id=batch-1, 0",
        "created_after=2026-03-01T09:59:59Z, 1",
        "created_after=2026-03-01T10:00:00Z, 0",
        "event=FOSDEM%202025&track=Keynotes&q=clos&status=failed, 1",
        "event=FOSDEM%202025&track=Keynotes&q=clos&status=pending, 0"
    })
    void jobsAreFoundByEachOfTheFilters(String query, int found) {
        stored(Jobs.failed());

        assertThat(api.read(ROOT + "/jobs?" + query).at("/data/jobs")).hasSize(found);
    }

    @Test
    void everythingThatIsWrongWithAQueryIsToldAtOnce() {
        HttpApi.Answer answer = api.read(ROOT + "/jobs?status=queued&created_after=today&limit=501&cursor=x&page=2");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error())
                .isEqualTo("INVALID_PARAMETER"
                        + "; status: must be one of cancelled, completed, failed, pending, processing"
                        + "; created_after: must be a time such as 2026-01-31T09:30:00Z"
                        + "; limit: must be between 1 and 500"
                        + "; cursor: must be the next_cursor of a previous page"
                        + "; page: unknown parameter; must be one of batch_id, created_after, cursor, event, limit, q,"
                        + " status, total, track");
    }

    @Test
    void aBatchIsShownWithItsJobsInTheirOrderPageByPage() {
        batch("batch-1");
        List.of(2, 0, 1).forEach(index -> stored(Jobs.pendingInBatch(index)));

        HttpApi.Answer first = api.read("/api/jobs/batch/batch-1?limit=2");
        assertThat(first.text("/data/batch_name")).isEqualTo("All talks");
        assertThat(first.at("/data/jobs")).hasSize(2);
        assertThat(pages(ROOT + "/batches/batch-1", 2, "jobs", "job_id").stream()
                        .flatMap(List::stream))
                .containsExactly(
                        Jobs.pendingInBatch(0).id().value(),
                        Jobs.pendingInBatch(1).id().value(),
                        Jobs.pendingInBatch(2).id().value());
    }

    @Test
    void theJobsOfABatchAreFoundByTheirState() {
        batch("batch-1");
        stored(Jobs.queued(Jobs.pendingInBatch(0)));
        stored(Jobs.processing(Jobs.queued(Jobs.pendingInBatch(1))));

        assertThat(api.read(ROOT + "/batches/batch-1/jobs?status=pending").at("/data/jobs"))
                .hasSize(1);
        assertThat(api.read(ROOT + "/batches/batch-1/jobs").at("/data/jobs")).hasSize(2);
        assertThat(api.read(ROOT + "/batches/batch-1/jobs?event=x").error())
                .isEqualTo("INVALID_PARAMETER; event: unknown parameter; must be one of cursor, limit, status");
    }

    @Test
    void batchesAreListedWithoutTheirJobs() {
        batch("one");
        batch("two");
        batch("three");

        assertThat(pages(ROOT + "/batches", 2, "batches", "batch_id").stream().flatMap(List::stream))
                .containsExactlyInAnyOrder("one", "two", "three");
        assertThat(api.read(ROOT + "/batches").at("/data/batches/0").has("jobs"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "status=completed, 1",
        "status=pending, 0",
        "archived=true, 1",
        "archived=false, 0",
        "active=false, 1",
        "active=true, 0",
        "event=FOSDEM%202025, 1",
        "event=other, 0"
    })
    void batchesAreFoundByEachOfTheFilters(String query, int found) {
        BatchRecord pending = batch("one");
        BatchRecord done = BatchLifecycle.counted(pending, new StateCounts(0, 0, 1, 0, 0), Jobs.NOW);
        records.batches()
                .store(
                        pending,
                        BatchLifecycle.archived(BatchLifecycle.activated(done, false, Jobs.NOW), true, Jobs.NOW));
        records.batches().storeCount(records.batches().find(pending.key()).orElseThrow(), done);

        assertThat(api.read(ROOT + "/batches?" + query).at("/data/batches")).hasSize(found);
    }

    @Test
    void nobodyAsksForBatchesThatAreBeingCreated() {
        assertThat(api.read(ROOT + "/batches?status=creating").error())
                .isEqualTo(
                        "INVALID_PARAMETER; status: must be one of cancelled, completed, failed, pending, processing");
    }

    @Test
    void eventsAreListedWithTheirNumbers() {
        stored(Jobs.completed());
        stored(Jobs.failed());
        stored(Jobs.noop(new TenantId("other")));

        assertThat(api.read(ROOT + "/events").at("/data/events"))
                .isEqualTo(
                        ApiJson.parse(
                                """
                        [{"event": "FOSDEM 2025", "job_count": 2, "completed_count": 1, "failed_count": 1,
                          "batch_count": 0}]"""));
    }

    private List<List<String>> pages(String path, int limit, String list, String id) {
        List<List<String>> pages = new ArrayList<>();
        String cursor = "";
        do {
            HttpApi.Answer page = api.read(path + "?limit=" + limit + cursor);
            pages.add(page.at("/data/" + list).values().stream()
                    .map(row -> row.path(id).asString())
                    .toList());
            JsonNode next = page.at("/data/next_cursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty() && pages.size() < 10);
        return pages;
    }

    private BatchRecord batch(String id) {
        BatchRequest request = new BatchRequest("All talks", 3, null, Priority.NORMAL, "FOSDEM 2025", Jobs.NOW, null);
        BatchRecord creating = BatchLifecycle.creating(new BatchKey(Jobs.TENANT, new BatchId(id)), request);
        records.batches().insert(creating);
        return records.batches()
                .store(creating, BatchLifecycle.accepted(creating, Jobs.NOW))
                .orElseThrow();
    }

    private JobRecord stored(JobRecord job) {
        records.jobs().insert(job);
        return job;
    }
}
