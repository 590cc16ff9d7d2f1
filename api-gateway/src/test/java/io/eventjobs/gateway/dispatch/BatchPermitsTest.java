package io.eventjobs.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.batch.BatchState;
import io.eventjobs.gateway.batch.Permit;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of the batch one job at a time may be under way: however it ends, the next one goes in the next round. */
class BatchPermitsTest {
    private final GatewayHarness harness = GatewayHarness.start();
    private List<JobRecord> jobs;
    private JobId first;

    @BeforeEach
    void dispatchTheFirstOfABatchThatAllowsOne() {
        jobs = harness.batch(3, 1);
        harness.round();
        first = harness.in(JobStatus.QUEUED, jobs).getFirst().id();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void theOthersWaitWhileOneIsUnderWay() {
        harness.round();
        harness.claims(first, "x1");
        harness.round();

        assertThat(harness.in(JobStatus.PENDING, jobs)).hasSize(2);
        assertThat(harness.batch().permits()).containsExactly(new Permit(first, 1, true));
    }

    @Test
    void aCompletedJobReturnsItsPermit() {
        harness.completes(harness.claims(first, "x1"));
        theNextOneGoes();
    }

    @Test
    void aFailedJobReturnsItsPermit() {
        harness.fails(harness.claims(first, "x1"), FailureCode.HTTP_NOT_FOUND);
        theNextOneGoes();
    }

    @Test
    void aJobThatWaitsForAnotherAttemptReturnsItsPermit() {
        harness.fails(harness.claims(first, "x1"), FailureCode.CONNECT_FAILED);
        theNextOneGoes();
    }

    @Test
    void aJobThatIsHandedBackReturnsItsPermit() {
        harness.handsBack(harness.claims(first, "x1"), InterruptionReason.DRAIN);
        assertThat(harness.batch().permits()).isEmpty();
    }

    @Test
    void aLostLeaseReturnsThePermit() {
        harness.claims(first, "x1");
        harness.pass(GatewayHarness.LEASE);
        harness.leasesAreChecked();
        theNextOneGoes();
    }

    @Test
    void aDispatchThatNobodyClaimsReturnsItsPermit() {
        harness.pass(GatewayHarness.CLAIM_DEADLINE);
        harness.leasesAreChecked();
        assertThat(harness.batch().permits()).isEmpty();
    }

    @Test
    void aRunningJobThatIsCancelledReturnsItsPermit() {
        harness.claims(first, "x1");
        harness.actions().apply(first, job -> JobActions.cancelled(job, "enough", now()), "enough");
        theNextOneGoes();
    }

    @Test
    void aQueuedJobThatIsCancelledReturnsItsPermit() {
        harness.actions().apply(first, job -> JobActions.cancelled(job, "enough", now()), "enough");
        theNextOneGoes();
    }

    @Test
    void aRunningJobThatIsDeletedReturnsItsPermit() {
        harness.claims(first, "x1");
        harness.actions().apply(first, job -> JobActions.deleted(job, now()), "deleted");
        theNextOneGoes();
    }

    @Test
    void aJobWhoseCommandNobodyCanReadReturnsItsPermit() {
        byte[] command = harness.stored(0).value();
        harness.reports(new Report.Undecodable(GatewayHarness.WORKER, first.value(), 0, 0, "no such field", command));
        theNextOneGoes();
    }

    @Test
    void aPermitForAJobThatWasCancelledBeforeItWasQueuedIsReturned() {
        harness.completes(harness.claims(first, "x1"));
        JobId second = jobs.stream()
                .map(JobRecord::id)
                .filter(id -> !id.equals(first))
                .findFirst()
                .orElseThrow();
        harness.meanwhile(
                "jobs",
                0,
                () -> harness.storedElsewhere(JobActions.cancelled(harness.job(second), "enough", now())
                        .orElseThrow()));

        harness.round();

        assertThat(harness.status(second)).isEqualTo(JobStatus.CANCELLED);
        assertThat(harness.batch().permits()).isEmpty();
    }

    @Test
    void theDispatchThatAnotherGatewayMadeKeepsItsPermit() {
        harness.completes(harness.claims(first, "x1"));
        JobId second = jobs.stream()
                .map(JobRecord::id)
                .filter(id -> !id.equals(first))
                .findFirst()
                .orElseThrow();
        harness.meanwhile("jobs", 0, () -> harness.dispatchedElsewhere(second));

        harness.round();

        assertThat(harness.job(second).token()).isEqualTo(1);
        assertThat(harness.batch().permits()).containsExactly(new Permit(second, 1, false));
        assertThat(harness.isGranted(harness.claims(second, "x2"))).isTrue();
    }

    @Test
    void aBatchThatIsPausedRevokesWhatHasNotStarted() {
        harness.batchActive(false);

        assertThat(harness.status(first)).isEqualTo(JobStatus.PENDING);
        assertThat(harness.batch().permits()).isEmpty();
    }

    @Test
    void aBatchThatIsPausedLeavesWhatHasStarted() {
        harness.claims(first, "x1");
        harness.batchActive(false);

        assertThat(harness.status(first)).isEqualTo(JobStatus.PROCESSING);
        assertThat(harness.batch().permits()).containsExactly(new Permit(first, 1, true));
    }

    @Test
    void aBatchThatIsCancelledKeepsNoPermit() {
        harness.claims(first, "x1");
        harness.intents().perform(harness.batch().key(), BatchState.Action.CANCEL, "enough");

        assertThat(harness.in(JobStatus.CANCELLED, jobs)).hasSize(3);
        assertThat(harness.batch().permits()).isEmpty();
    }

    private void theNextOneGoes() {
        harness.round();
        assertThat(harness.in(JobStatus.QUEUED, jobs)).hasSize(1);
        assertThat(harness.status(first)).isNotEqualTo(JobStatus.QUEUED);
    }

    private java.time.Instant now() {
        return harness.time().instant();
    }
}
