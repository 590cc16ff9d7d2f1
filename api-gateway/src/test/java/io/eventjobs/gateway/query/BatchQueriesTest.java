package io.eventjobs.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.HttpApi;
import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.web.ApiJson;
import io.eventjobs.model.job.StateCounts;
import io.eventjobs.model.job.TenantId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches, their jobs and events, as {@link QueryController} answers. */
class BatchQueriesTest {
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

    @Test
    void aBatchIsShownWithItsJobsInTheirOrderPageByPage() {
        gateway.batch("batch-1");
        List.of(2, 0, 1).forEach(index -> gateway.stored(Jobs.pendingInBatch(index)));

        HttpApi.Answer first = gateway.api.read("/api/jobs/batch/batch-1?limit=2");
        assertThat(first.text("/data/batch_name")).isEqualTo("All talks");
        assertThat(first.at("/data/jobs")).hasSize(2);
        assertThat(gateway.pages(ROOT + "/batches/batch-1", 2, "jobs", "job_id").stream()
                        .flatMap(List::stream))
                .containsExactly(
                        Jobs.pendingInBatch(0).id().value(),
                        Jobs.pendingInBatch(1).id().value(),
                        Jobs.pendingInBatch(2).id().value());
    }

    @Test
    void theJobsOfABatchAreFoundByTheirState() {
        gateway.batch("batch-1");
        gateway.stored(Jobs.queued(Jobs.pendingInBatch(0)));
        gateway.stored(Jobs.processing(Jobs.queued(Jobs.pendingInBatch(1))));

        assertThat(gateway.api
                        .read(ROOT + "/batches/batch-1/jobs?status=pending")
                        .at("/data/jobs"))
                .hasSize(1);
        assertThat(gateway.api.read(ROOT + "/batches/batch-1/jobs").at("/data/jobs"))
                .hasSize(2);
        assertThat(gateway.api.read(ROOT + "/batches/batch-1/jobs?event=x").error())
                .isEqualTo("INVALID_PARAMETER; event: unknown parameter; must be one of cursor, limit, status");
    }

    @Test
    void batchesAreListedWithoutTheirJobs() {
        gateway.batch("one");
        gateway.batch("two");
        gateway.batch("three");

        assertThat(gateway.pages(ROOT + "/batches", 2, "batches", "batch_id").stream()
                        .flatMap(List::stream))
                .containsExactlyInAnyOrder("one", "two", "three");
        assertThat(gateway.api.read(ROOT + "/batches").at("/data/batches/0").has("jobs"))
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
        BatchRecord pending = gateway.batch("one");
        BatchRecord done = BatchLifecycle.counted(pending, new StateCounts(0, 0, 1, 0, 0), Jobs.NOW);
        gateway.records
                .batches()
                .store(
                        pending,
                        BatchLifecycle.archived(BatchLifecycle.activated(done, false, Jobs.NOW), true, Jobs.NOW));
        gateway.records
                .batches()
                .storeCount(gateway.records.batches().find(pending.key()).orElseThrow(), done);

        assertThat(gateway.api.read(ROOT + "/batches?" + query).at("/data/batches"))
                .hasSize(found);
    }

    @Test
    void nobodyAsksForBatchesThatAreBeingCreated() {
        assertThat(gateway.api.read(ROOT + "/batches?status=creating").error())
                .isEqualTo(
                        "INVALID_PARAMETER; status: must be one of cancelled, completed, failed, pending, processing");
    }

    @Test
    void eventsAreListedWithTheirNumbers() {
        gateway.stored(Jobs.completed());
        gateway.stored(Jobs.failed());
        gateway.stored(Jobs.noop(new TenantId("other")));

        assertThat(gateway.api.read(ROOT + "/events").at("/data/events"))
                .isEqualTo(
                        ApiJson.parse(
                                """
                        [{"event": "FOSDEM 2025", "job_count": 2, "completed_count": 1, "failed_count": 1,
                          "batch_count": 0}]"""));
    }
}
