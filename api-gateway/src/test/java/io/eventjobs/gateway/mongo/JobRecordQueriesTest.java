package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.JobScope;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.job.Settlement;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.StateCounts;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.UploadId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** What bulk actions, sweeps and recovery ask the jobs' collection for. */
class JobRecordQueriesTest {
    private static final JobScope BATCH = new JobScope.OfBatch(Jobs.BATCH);
    private static final JobScope EVENT = new JobScope.OfEvent(Jobs.TENANT, "FOSDEM 2025");
    private static final Instant LATER = Jobs.NOW.plusMillis(1);

    private Records records;
    private JobRecords jobs;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        jobs = records.jobs();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void aJobIsStoredOnce() {
        JobRecord job = inserted(Jobs.pending());

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> jobs.insert(job));
    }

    @Test
    void countsTheStatesOfABatchWithTheQueuedAmongThePending() {
        inserted(Jobs.pendingInBatch(0));
        inserted(Jobs.queued(Jobs.pendingInBatch(1)));
        inserted(Jobs.processing(Jobs.queued(Jobs.pendingInBatch(2))));
        inserted(
                JobActions.cancelled(Jobs.pendingInBatch(3), "enough", Jobs.NOW).orElseThrow());
        inserted(Jobs.failed());

        assertThat(jobs.countStates(Jobs.BATCH)).isEqualTo(new StateCounts(2, 1, 0, 0, 1));
        assertThat(jobs.countStates(EVENT)).isEqualTo(new StateCounts(2, 1, 0, 1, 1));
        assertThat(jobs.countStates(new JobScope.OfEvent(Jobs.TENANT, "unknown")))
                .isEqualTo(StateCounts.allPending(0));
    }

    @Test
    void anEventIsThereForATenantThatHasAJobForIt() {
        inserted(Jobs.pending());

        assertThat(jobs.exists(EVENT)).isTrue();
        assertThat(jobs.exists(new JobScope.OfEvent(Jobs.TENANT, "FOSDEM"))).isFalse();
        assertThat(jobs.exists(new JobScope.OfEvent(new TenantId("other"), "FOSDEM 2025")))
                .isFalse();
        assertThat(jobs.exists(BATCH)).isFalse();
    }

    @Test
    void listsTheUnfinishedJobsOfABatchInItsOrder() {
        inserted(Jobs.queued(Jobs.pendingInBatch(2)));
        inserted(Jobs.pendingInBatch(0));
        inserted(
                JobActions.cancelled(Jobs.pendingInBatch(1), "enough", Jobs.NOW).orElseThrow());

        assertThat(indexes(jobs.unfinishedOf(Jobs.BATCH, 10))).containsExactly(0, 2);
        assertThat(indexes(jobs.unfinishedOf(Jobs.BATCH, 1))).containsExactly(0);
        assertThat(indexes(jobs.ofBatch(Jobs.BATCH, 10))).containsExactly(0, 1, 2);
        assertThat(indexes(jobs.ofBatchAfter(Jobs.BATCH, 0, 10))).containsExactly(1, 2);
        assertThat(indexes(jobs.ofBatchAfter(Jobs.BATCH, 2, 10))).isEmpty();
    }

    @Test
    void recoveryFindsTheUnfinishedJobsOfABatch() {
        JobRecord open = inserted(Jobs.pendingInBatch(0));
        inserted(
                JobActions.cancelled(Jobs.pendingInBatch(1), "enough", Jobs.NOW).orElseThrow());
        inserted(Jobs.pending());

        try (Stream<JobRecord> found = records.unfinished().unfinishedOf(Jobs.BATCH)) {
            assertThat(found).containsExactly(open);
        }
    }

    @Test
    void findsWhatHasBeenInAStateSinceBeforeATime() {
        JobRecord failed = inserted(Jobs.failed());
        inserted(Jobs.completed());

        assertThat(jobs.unchangedSince(EVENT, Set.of(JobStatus.FAILED), LATER, 10))
                .containsExactly(failed);
        assertThat(jobs.unchangedSince(EVENT, Set.of(JobStatus.FAILED), Jobs.NOW, 10))
                .isEmpty();
        assertThat(jobs.unchangedSince(EVENT, Set.of(JobStatus.FAILED, JobStatus.COMPLETED), LATER, 10))
                .hasSize(2);
        assertThat(jobs.unchangedSince(BATCH, Set.of(JobStatus.FAILED), LATER, 10))
                .isEmpty();
    }

    @Test
    void findsFinishedJobsThatAreOldButNoneThatIsUnderWay() {
        inserted(Jobs.completed());
        inserted(Jobs.failed());
        inserted(Jobs.in(JobStatus.CANCELLED));
        inserted(Jobs.processing());
        inserted(Jobs.pending());

        assertThat(jobs.finishedBefore(LATER, 10))
                .extracting(JobRecord::status)
                .containsExactlyInAnyOrder(JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELLED);
        assertThat(jobs.finishedBefore(Jobs.NOW, 10)).isEmpty();
        assertThat(jobs.finishedBefore(LATER, 2)).hasSize(2);
    }

    @Test
    void deletesTheJobsOfABatchThatNobodyEverSawAndNoOthers() {
        inserted(Jobs.pendingInBatch(0));
        inserted(Jobs.pendingInBatch(1));
        JobRecord other = inserted(Jobs.pending());

        jobs.deleteOfBatch(Jobs.BATCH);

        assertThat(jobs.ofBatch(Jobs.BATCH, 10)).isEmpty();
        assertThat(jobs.find(other.id())).isPresent();
    }

    @Test
    void aTombstoneThatSomebodyChangedIsNotForgotten() {
        JobRecord job = inserted(Jobs.pending());
        JobRecord deleted =
                jobs.store(job, JobActions.deleted(job, Jobs.NOW).orElseThrow()).orElseThrow();

        assertThat(jobs.purge(job)).isFalse();
        assertThat(jobs.purge(deleted)).isTrue();
        assertThat(jobs.purge(deleted)).isFalse();
    }

    @Test
    void knowsWhetherAJobNamesAnUpload() {
        JobRecord job = inserted(Jobs.pending());
        records.mongo()
                .getCollection("jobs")
                .updateOne(
                        new Document("_id", job.id().value()),
                        new Document("$set", new Document("uploads", List.of("upload-1", "upload-2"))));

        assertThat(jobs.isNamed(new UploadId("upload-2"))).isTrue();
        assertThat(jobs.isNamed(new UploadId("upload-3"))).isFalse();
    }

    @Test
    void settlesManyJobsWithOneCommand() {
        List<JobRecord> some = List.of(inserted(Jobs.queued()), inserted(Jobs.queued()));

        jobs.settle(some.stream()
                .map(job -> new Settlement(
                        job.id(),
                        job.outbox().events().stream().map(PublicEvent::id).toList(),
                        0))
                .toList());

        assertThat(some)
                .extracting(job -> jobs.find(job.id()).orElseThrow())
                .allMatch(job -> job.outbox().events().isEmpty())
                .allMatch(job -> job.outbox().sequence() == 2);
    }

    private JobRecord inserted(JobRecord job) {
        jobs.insert(job);
        return job;
    }

    private static List<Integer> indexes(List<JobRecord> found) {
        return found.stream().map(job -> job.request().batchIndex()).toList();
    }
}
