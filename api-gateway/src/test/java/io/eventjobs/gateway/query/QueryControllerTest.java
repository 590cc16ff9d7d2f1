package io.eventjobs.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.HttpApi;
import io.eventjobs.gateway.job.CompletedJobs;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.web.ApiJson;
import io.eventjobs.model.job.LogLine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryControllerTest {
    private static final String ROOT = "/api/event-job";

    private QueryHarness gateway;

    @BeforeEach
    void open() throws InterruptedException {
        gateway = new QueryHarness();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/event-job/jobs/", "/api/jobs/"})
    void aJobIsShownWithItsLogUnderBothAddresses(String path) {
        JobRecord job = gateway.stored(CompletedJobs.withResults());
        gateway.records.logs().append(job.id(), List.of(new LogLine(Jobs.NOW, LogLine.Level.INFO, "Fetching")));

        HttpApi.Answer answer = gateway.api.read(path + job.id());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/status")).isEqualTo("success");
        assertThat(answer.text("/data/job_id")).isEqualTo(job.id().value());
        assertThat(answer.text("/data/logs/0/message")).isEqualTo("Fetching");
        assertThat(answer.text("/data/results/archive_file")).endsWith("/closing.zip");
    }

    @Test
    void theLogAndTheTimelineHaveAddressesOfTheirOwn() {
        JobRecord job = gateway.stored(Jobs.processing());
        gateway.records.logs().append(job.id(), List.of(new LogLine(Jobs.NOW, LogLine.Level.ERROR, "Away")));

        assertThat(gateway.api.read(ROOT + "/jobs/" + job.id() + "/logs").at("/data"))
                .isEqualTo(ApiJson.parse(
                        """
                        {"job_id": "%s", "logs": [{"at": "2026-03-01T10:00:00.000Z", "level": "error", "message": "Away"}]}"""
                                .formatted(job.id())));
        assertThat(gateway.api.read(ROOT + "/jobs/" + job.id() + "/events").at("/data"))
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
        assertThat(gateway.api.read(ROOT + path).status()).isEqualTo(404);
        assertThat(gateway.api.read(ROOT + path).error()).isEqualTo(code);
    }

    @Test
    void anEmptyListHasNoNextPage() {
        assertThat(gateway.api.read(ROOT + "/jobs").at("/data"))
                .isEqualTo(ApiJson.parse("{\"jobs\": [], \"next_cursor\": null}"));
        assertThat(gateway.api.read(ROOT + "/batches").at("/data"))
                .isEqualTo(ApiJson.parse("{\"batches\": [], \"next_cursor\": null}"));
        assertThat(gateway.api.read(ROOT + "/events").at("/data")).isEqualTo(ApiJson.parse("{\"events\": []}"));
    }

    @Test
    void aListOfJobsIsReadPageByPageAndNoneIsShownTwice() {
        List<String> stored = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            stored.add(gateway.stored(Jobs.pending()).id().value());
        }

        assertThat(gateway.pages(ROOT + "/jobs", 2, "jobs", "job_id"))
                .hasSize(3)
                .last()
                .satisfies(last -> assertThat(last).hasSize(1));
        assertThat(gateway.pages(ROOT + "/jobs", 2, "jobs", "job_id").stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    void aPageThatIsExactlyFullIsTheLastOne() {
        gateway.stored(Jobs.pending());
        gateway.stored(Jobs.pending());

        assertThat(gateway.pages(ROOT + "/jobs", 2, "jobs", "job_id")).hasSize(1);
    }

    @Test
    void theTotalIsCountedWhenItIsAskedFor() {
        gateway.stored(Jobs.pending());
        gateway.stored(Jobs.failed());
        gateway.batch("one");

        assertThat(gateway.api
                        .read(ROOT + "/jobs?total=true&limit=1")
                        .at("/data/total")
                        .asLong())
                .isEqualTo(2);
        assertThat(gateway.api
                        .read(ROOT + "/jobs?total=true&status=failed")
                        .at("/data/total")
                        .asLong())
                .isEqualTo(1);
        assertThat(gateway.api
                        .read(ROOT + "/batches?total=true")
                        .at("/data/total")
                        .asLong())
                .isEqualTo(1);
        assertThat(gateway.api.read(ROOT + "/jobs?total=false").at("/data").has("total"))
                .isFalse();
    }

    @Test
    void jobsAreFoundByTheStateThatTheirOwnerSees() {
        gateway.stored(Jobs.pending());
        gateway.stored(Jobs.queued());
        gateway.stored(Jobs.processing());

        assertThat(gateway.api.read(ROOT + "/jobs?status=pending").at("/data/jobs"))
                .hasSize(2);
        assertThat(gateway.api.read(ROOT + "/jobs?status=processing").at("/data/jobs"))
                .hasSize(1);
        assertThat(gateway.api.read(ROOT + "/jobs?status=completed").at("/data/jobs"))
                .isEmpty();
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
        gateway.stored(Jobs.failed());

        assertThat(gateway.api.read(ROOT + "/jobs?" + query).at("/data/jobs")).hasSize(found);
    }

    @Test
    void everythingThatIsWrongWithAQueryIsToldAtOnce() {
        HttpApi.Answer answer =
                gateway.api.read(ROOT + "/jobs?status=queued&created_after=today&limit=501&cursor=x&page=2");

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
}
