package io.eventjobs.gateway.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.StateCounts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class BatchRecountsTest {
    private final GatewayHarness harness = GatewayHarness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void countsTheStatesOfAllJobsAndPublishesWhatFollows() {
        List<JobRecord> jobs = harness.batch(2, null);
        jobs.forEach(job -> cancel(job.id()));

        countLater();

        assertThat(harness.batch().state().counts()).isEqualTo(new StateCounts(0, 0, 0, 0, 2));
        assertThat(harness.batch().status()).isEqualTo(BatchStatus.CANCELLED);
        assertThat(harness.eventsOf("batch-1")).containsExactly("batch.created", "batch.cancelled");
    }

    @Test
    void whatIsCountedIsKnownToTheCacheAtOnce() {
        JobRecord job = harness.batch(1, null).getFirst();
        cancel(job.id());

        countLater();

        assertThat(harness.batches().cached(Jobs.BATCH).orElseThrow().state().counts())
                .isEqualTo(harness.batch().state().counts());
    }

    @Test
    void changesOfAShortWhileShareACount() {
        List<JobRecord> jobs = harness.batch(2, null);
        countLater();
        cancel(jobs.getFirst().id());
        countLater();
        long counts = harness.batch().countVersion();

        cancel(jobs.getLast().id());
        harness.recounts();
        assertThat(harness.batch().countVersion()).isEqualTo(counts);

        countLater();
        assertThat(harness.batch().countVersion()).isEqualTo(counts + 1);
    }

    @Test
    void aBatchWithOpenJobsIsCountedOnceASecond() {
        List<JobRecord> jobs = harness.batch(3, null);
        cancel(jobs.get(0).id());
        countLater();
        cancel(jobs.get(1).id());

        countLater();
        assertThat(harness.batch().state().counts().cancelled()).isOne();

        harness.pass(Duration.ofSeconds(1));
        harness.recounts();
        assertThat(harness.batch().state().counts().cancelled()).isEqualTo(2);
    }

    @Test
    void theEndOfTheLastOpenJobIsCountedSooner() {
        List<JobRecord> jobs = harness.batch(2, null);
        cancel(jobs.getFirst().id());
        countLater();
        cancel(jobs.getLast().id());

        countLater();

        assertThat(harness.batch().status()).isEqualTo(BatchStatus.CANCELLED);
    }

    @Test
    void aCountClearsTheMarksOfTheJobsThatItKnowsOf() {
        JobRecord job = harness.batch(1, null).getFirst();
        cancel(job.id());
        assertThat(harness.job(job.id()).batchTouched()).isTrue();

        countLater();
        harness.settles();

        assertThat(harness.job(job.id()).batchTouched()).isFalse();
    }

    @Test
    void aCountThatBeganBeforeATransitionDoesNotClearItsMark() {
        JobRecord job = harness.batch(1, null).getFirst();
        harness.round();
        harness.meanwhile("batches", 1, () -> cancel(job.id()));

        countLater();
        harness.settles();
        assertThat(harness.job(job.id()).batchTouched()).isTrue();
        assertThat(harness.batch().state().counts().cancelled()).isZero();

        countLater();
        harness.settles();
        assertThat(harness.job(job.id()).batchTouched()).isFalse();
        assertThat(harness.batch().state().counts().cancelled()).isOne();
    }

    @Test
    void aCountThatAnotherGatewayOvertookIsMadeAgain() {
        JobRecord job = harness.batch(1, null).getFirst();
        harness.meanwhile("batches", 1, () -> {
            BatchRecord before = harness.batch();
            harness.storedElsewhere(
                    JobActions.cancelled(harness.job(job.id()), "", Jobs.NOW).orElseThrow());
            harness.batchRecords()
                    .storeCount(before, BatchLifecycle.counted(before, StateCounts.allPending(1), Jobs.NOW))
                    .orElseThrow();
        });

        harness.recounting().now(Jobs.BATCH);

        assertThat(harness.batch().state().counts().cancelled()).isOne();
    }

    @Test
    void aCountThatCouldNotBeStoredIsDueAgainWithItsMarks() {
        JobRecord job = harness.batch(1, null).getFirst();
        cancel(job.id());
        harness.pass(GatewayHarness.MOMENT);
        harness.collectionIsAway("batches");
        assertThatThrownBy(harness::recounts).isInstanceOf(DataAccessException.class);
        harness.mongoIsAway(false);

        countLater();
        harness.settles();

        assertThat(harness.batch().state().counts().cancelled()).isOne();
        assertThat(harness.job(job.id()).batchTouched()).isFalse();
    }

    @Test
    void aFinishedBatchIsOpenAgainBeforeItsRestartedJobIsDispatched() {
        JobRecord job = harness.batch(1, null).getFirst();
        cancel(job.id());
        countLater();

        harness.actions().apply(job.id(), current -> JobActions.restarted(current, null, Jobs.NOW), "");

        assertThat(harness.batch().status()).isEqualTo(BatchStatus.PENDING);
        assertThat(harness.eventsOf("batch-1")).last().isEqualTo("batch.reopened");
    }

    @Test
    void anOpenBatchIsNotCountedBecauseAJobBeginsAnew() {
        harness.batch(1, null);
        long counts = harness.batch().countVersion();

        harness.recounting().reopened(Jobs.BATCH);

        assertThat(harness.batch().countVersion()).isEqualTo(counts);
    }

    @Test
    void aBatchThatIsNotThereIsNotCounted() {
        assertThat(harness.recounting().now(Jobs.BATCH)).isEmpty();
    }

    private void cancel(JobId id) {
        harness.jobs().change(id, job -> JobActions.cancelled(job, "enough", Jobs.NOW));
    }

    private void countLater() {
        harness.pass(GatewayHarness.MOMENT);
        harness.recounts();
    }
}
