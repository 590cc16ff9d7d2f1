package io.eventjobs.gateway.batchaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchState;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.Report;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchIntentsTest {
    private final GatewayHarness harness = GatewayHarness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void failsEveryUnfinishedJobAndLeavesTheOthers() {
        List<JobRecord> jobs = harness.batch(3, null);
        harness.round();
        harness.completes(harness.claims(jobs.getFirst().id(), "x1"));

        int failed = harness.intents().perform(Jobs.BATCH, BatchState.Action.FAIL, "wrong links");

        assertThat(failed).isEqualTo(2);
        assertThat(harness.in(JobStatus.COMPLETED, jobs)).hasSize(1);
        assertThat(harness.in(JobStatus.FAILED, jobs))
                .hasSize(2)
                .allMatch(job -> job.outcome().failure().code() == FailureCode.FAILED_BY_OPERATOR)
                .noneMatch(JobRecord::isOpenDeadLetter);
        assertThat(harness.batch().status()).isEqualTo(BatchStatus.COMPLETED);
    }

    @Test
    void tellsTheWorkersThatHaveJobsOfItToStop() {
        List<JobRecord> jobs = harness.batch(2, null);
        harness.round();
        harness.claims(jobs.getFirst().id(), "x1");

        harness.intents().perform(Jobs.BATCH, BatchState.Action.CANCEL, "enough");

        assertThat(harness.controls())
                .filteredOn(Control.Cancel.class::isInstance)
                .containsExactly(new Control.Cancel(
                        GatewayHarness.WORKER, jobs.getFirst().id(), 1, "enough"));
    }

    @Test
    void nothingOfItStartsOnceTheIntentIsWrittenDown() {
        List<JobRecord> jobs = harness.batch(2, null);
        harness.round();
        harness.meanwhile("jobs", 0, () -> {
            Report.Execution claim = harness.claims(jobs.getLast().id(), "late");
            assertThat(harness.isRefused(claim)).isTrue();
        });

        harness.intents().perform(Jobs.BATCH, BatchState.Action.CANCEL, "enough");

        assertThat(harness.in(JobStatus.CANCELLED, jobs)).hasSize(2);
    }

    @Test
    void aDeletedBatchIsThereForNobodyAndItsJobsAreTombstones() {
        List<JobRecord> jobs = harness.batch(2, null);

        assertThat(harness.intents().perform(Jobs.BATCH, BatchState.Action.DELETE, "gone"))
                .isEqualTo(2);

        BatchRecord batch = harness.batch();
        assertThat(batch.isVisible()).isFalse();
        assertThat(jobs).allMatch(job -> harness.job(job.id()).isDeleted());
        assertThat(harness.eventsOf("batch-1")).last().isEqualTo("batch.deleted");
    }

    @Test
    void anActionThatIsDoneTwiceChangesNothingTheSecondTime() {
        harness.batch(2, null);
        harness.intents().perform(Jobs.BATCH, BatchState.Action.CANCEL, "enough");
        BatchRecord once = harness.batch();

        assertThat(harness.intents().perform(Jobs.BATCH, BatchState.Action.CANCEL, "enough"))
                .isZero();

        assertThat(harness.batch().status()).isEqualTo(once.status());
        assertThat(harness.batch().state().intent()).isNull();
    }

    @Test
    void aBatchWithoutAnIntentIsLeftAlone() {
        List<JobRecord> jobs = harness.batch(2, null);

        assertThat(harness.intents().carryOut(Jobs.BATCH)).isZero();

        assertThat(harness.in(JobStatus.PENDING, jobs)).hasSize(2);
    }
}
