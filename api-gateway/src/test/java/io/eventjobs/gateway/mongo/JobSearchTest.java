package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.batch.BatchFilter;
import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchRequest;
import io.eventjobs.gateway.job.JobFilter;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.JobScope;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobSearchTest {
    private static final TenantId OTHER = new TenantId("other");

    private Records records;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void goesOnAfterTheLastJobOfAPageThoughAllWereCreatedAtTheSameTime() {
        List<JobRecord> stored =
                IntStream.range(0, 5).mapToObj(i -> inserted(Jobs.pending())).toList();

        List<JobRecord> found = new ArrayList<>();
        for (List<JobRecord> page = page(null); !page.isEmpty(); page = page(found.getLast())) {
            found.addAll(page);
        }

        assertThat(found)
                .extracting(job -> job.id().value())
                .containsExactlyElementsOf(stored.stream()
                        .map(job -> job.id().value())
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void findsJobsOfTheTenantOnly() {
        inserted(Jobs.pending());

        assertThat(records.jobSearch().newest(any(OTHER), Set.of(), null, 10)).isEmpty();
        assertThat(records.jobSearch().count(any(OTHER), Set.of(), 10)).isZero();
    }

    @Test
    void hidesTheJobsOfBatchesThatAreStillBeingCreated() {
        inserted(Jobs.pendingInBatch(0));

        assertThat(records.jobSearch().newest(any(Jobs.TENANT), Set.of(Jobs.BATCH), null, 10))
                .isEmpty();
        assertThat(records.jobSearch().count(any(Jobs.TENANT), Set.of(Jobs.BATCH), 10))
                .isZero();
    }

    @Test
    void findsByState() {
        JobRecord failed = inserted(Jobs.failed());
        inserted(Jobs.pending());

        assertThat(found(new JobFilter(Jobs.TENANT, Set.of(JobStatus.FAILED), null, null, null, null, null)))
                .containsExactly(failed.id().value());
    }

    @Test
    void findsByAPartOfTheNameInAnyCaseAndTakesNoSignForAPattern() {
        JobRecord closing = inserted(Jobs.pending());

        assertThat(found(new JobFilter(Jobs.TENANT, Set.of(), null, null, null, "LOSIN", null)))
                .containsExactly(closing.id().value());
        assertThat(found(new JobFilter(Jobs.TENANT, Set.of(), null, null, null, "C.*g", null)))
                .isEmpty();
    }

    @Test
    void findsNothingUnderATextThatCannotBeTheIdOfABatch() {
        inserted(Jobs.pendingInBatch(0));

        assertThat(found(new JobFilter(Jobs.TENANT, Set.of(), "../x", null, null, null, null)))
                .isEmpty();
        assertThat(found(new JobFilter(Jobs.TENANT, Set.of(), Jobs.BATCH.id().value(), null, null, null, null)))
                .hasSize(1);
    }

    @Test
    void listsABatchInItsOrderAfterAnIndex() {
        List.of(2, 0, 1).forEach(index -> inserted(Jobs.pendingInBatch(index)));

        assertThat(records.jobSearch().ofBatch(Jobs.BATCH, Set.of(), null, null, 10))
                .extracting(job -> job.request().batchIndex())
                .containsExactly(0, 1, 2);
        assertThat(records.jobSearch().ofBatch(Jobs.BATCH, Set.of(JobStatus.PENDING), null, 0, 1))
                .extracting(job -> job.request().batchIndex())
                .containsExactly(1);
    }

    @Test
    void walksThroughAScopeInTheOrderOfSubmission() {
        List<JobRecord> stored = IntStream.range(0, 3)
                .mapToObj(i -> inserted(Jobs.pendingInBatch(i)))
                .toList();

        for (JobScope scope :
                List.of(new JobScope.OfBatch(Jobs.BATCH), new JobScope.OfEvent(Jobs.TENANT, "FOSDEM 2025"))) {
            List<JobRecord> walked = new ArrayList<>();
            for (List<JobRecord> page = pending(scope, null); !page.isEmpty(); page = pending(scope, page.getLast())) {
                walked.addAll(page);
            }
            assertThat(walked)
                    .extracting(JobRecord::id)
                    .containsExactlyInAnyOrderElementsOf(
                            stored.stream().map(JobRecord::id).toList());
        }
    }

    @Test
    void countsTheQueueOverAllTenants() {
        inserted(Jobs.pending());
        inserted(Jobs.queued());
        inserted(Jobs.completed());

        QueueStatistics queue = records.queue();
        assertThat(queue.count(JobStatus.PENDING)).isOne();
        assertThat(queue.backlog(10)).isEqualTo(2);
        assertThat(queue.backlog(1)).isEqualTo(1);
        assertThat(queue.longestWait(Jobs.NOW.plusSeconds(7))).contains(Duration.ofSeconds(7));
    }

    @Test
    void knowsNoLongestWaitWhenNoJobWaits() {
        inserted(Jobs.completed());

        assertThat(records.queue().longestWait(Jobs.NOW)).isEmpty();
    }

    @Test
    void sumsUpTheJobsOfEachEvent() {
        inserted(Jobs.completed());
        inserted(Jobs.failed());
        inserted(Jobs.pendingInBatch(0));
        inserted(Jobs.noop());

        assertThat(records.events().of(Jobs.TENANT))
                .containsExactly(
                        new EventSummaries.EventSummary("FOSDEM 2025", 3, 1, 1, 1),
                        new EventSummaries.EventSummary("load", 1, 0, 0, 0));
    }

    @Test
    void listsNoBatchThatIsStillBeingCreated() {
        BatchRecord visible = batch("visible", true);
        BatchRecord creating = batch("creating", false);

        assertThat(records.batchSearch().newest(batches(null), null, 10))
                .extracting(BatchRecord::key)
                .containsExactly(visible.key());
        assertThat(records.batchSearch().count(batches(null), 10)).isOne();
        assertThat(records.batchSearch().creating(Jobs.TENANT)).containsExactly(creating.key());
    }

    @Test
    void findsBatchesByStateAndFlags() {
        BatchRecord pending = batch("pending", true);

        assertThat(records.batchSearch().newest(batches(BatchStatus.PENDING), null, 10))
                .extracting(BatchRecord::key)
                .containsExactly(pending.key());
        assertThat(records.batchSearch().newest(batches(BatchStatus.FAILED), null, 10))
                .isEmpty();
        assertThat(records.batchSearch().newest(new BatchFilter(Jobs.TENANT, null, true, null, null), null, 10))
                .isEmpty();
    }

    private BatchRecord batch(String id, boolean visible) {
        BatchRequest request = new BatchRequest("A batch", 0, null, Priority.NORMAL, null, Jobs.NOW, null);
        BatchRecord creating = BatchLifecycle.creating(new BatchKey(Jobs.TENANT, new BatchId(id)), request);
        records.batches().insert(creating);
        return visible
                ? records.batches()
                        .store(creating, BatchLifecycle.accepted(creating, Jobs.NOW))
                        .orElseThrow()
                : creating;
    }

    private static BatchFilter batches(@Nullable BatchStatus status) {
        return new BatchFilter(Jobs.TENANT, status, null, null, null);
    }

    private List<JobRecord> pending(JobScope scope, @Nullable JobRecord last) {
        return records.jobs().inOrder(scope, JobStatus.PENDING, last, 2);
    }

    private List<JobRecord> page(@Nullable JobRecord last) {
        Position after = last == null
                ? null
                : new Position(last.request().createdAt(), last.id().value());
        return records.jobSearch().newest(any(Jobs.TENANT), Set.of(), after, 2);
    }

    private List<String> found(JobFilter filter) {
        return records.jobSearch().newest(filter, Set.of(), null, 10).stream()
                .map(job -> job.id().value())
                .toList();
    }

    private static JobFilter any(TenantId tenant) {
        return new JobFilter(tenant, Set.of(), null, null, null, null, null);
    }

    private JobRecord inserted(JobRecord job) {
        records.jobs().insert(job);
        return job;
    }
}
