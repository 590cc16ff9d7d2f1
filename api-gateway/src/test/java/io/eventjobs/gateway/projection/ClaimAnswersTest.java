package io.eventjobs.gateway.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.batch.Permit;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.Report;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClaimAnswersTest {
    private final GatewayHarness harness = GatewayHarness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void grantsAQueuedJobToTheExecutionThatClaimsItsToken() {
        JobRecord queued = harness.dispatched();

        Report.Execution claim = harness.claims(queued.id(), "x1");

        assertThat(harness.isGranted(claim)).isTrue();
        assertThat(harness.job(queued.id()).state().holder().execution()).isEqualTo(claim.execution());
        assertThat(harness.eventsOf(queued.id())).containsExactly("job.created", "job.queued", "job.started");
    }

    @Test
    void aClaimThatComesTwiceIsGrantedTwiceAndStartsOnce() {
        JobRecord queued = harness.dispatched();

        Report.Execution claim = harness.claims(queued.id(), "x1");
        harness.claims(queued.id(), "x1");

        assertThat(harness.isGranted(claim)).isTrue();
        assertThat(harness.controls()).hasSize(2);
        assertThat(harness.job(queued.id()).outcome().executions()).hasSize(1);
    }

    @Test
    void ofTwoExecutionsUnderOneTokenOneIsGranted() {
        JobRecord queued = harness.dispatched();

        Report.Execution first = harness.claims(queued.id(), "x1");
        Report.Execution second = harness.claims(queued.id(), "x2");

        assertThat(harness.isGranted(first)).isTrue();
        assertThat(harness.isRefused(second)).isTrue();
        assertThat(harness.status(queued.id())).isEqualTo(JobStatus.PROCESSING);
    }

    @Test
    void ofTwoExecutionsOfABatchsJobUnderOneTokenTheRefusedOneTakesNoPermitAway() {
        JobId job = dispatchedInBatch();

        Report.Execution first = harness.claims(job, "x1");
        Report.Execution second = harness.claims(job, "x2");

        assertThat(harness.isGranted(first)).isTrue();
        assertThat(harness.isRefused(second)).isTrue();
        assertThat(harness.batch().permits()).containsExactly(new Permit(job, 1, true));
    }

    @Test
    void aClaimThatAnotherGatewayGrantedMeanwhileIsGrantedAgain() {
        JobRecord queued = harness.dispatched();
        harness.meanwhile("jobs", 0, () -> harness.storedElsewhere(Jobs.processing(harness.job(queued.id()))));

        assertThat(harness.isGranted(harness.claims(queued.id(), "x1"))).isTrue();
    }

    @Test
    void aClaimAfterTheDispatchWasRevokedIsRefused() {
        JobId job = dispatchedInBatch();
        harness.batchActive(false);
        harness.batchActive(true);

        assertThat(harness.isRefused(harness.claims(job, 1, "x1"))).isTrue();
        assertThat(harness.status(job)).isEqualTo(JobStatus.PENDING);
    }

    @Test
    void aClaimWhileItsBatchIsPausedIsRefusedAndTheJobWaits() {
        JobId job = dispatchedInBatch();
        harness.batches()
                .changeNow(
                        Jobs.BATCH,
                        batch -> change(io.eventjobs.gateway.batch.BatchLifecycle.activated(
                                batch, false, harness.time().instant())));

        assertThat(harness.isRefused(harness.claims(job, "x1"))).isTrue();
        assertThat(harness.status(job)).isEqualTo(JobStatus.PENDING);
        assertThat(harness.batch().permits()).isEmpty();
    }

    @Test
    void aJobThatStartedInItsBatchIsGrantedThoughTheBatchIsPausedBeforeTheJobIsStored() {
        JobId job = dispatchedInBatch();
        harness.meanwhile("jobs", 0, () -> harness.batchActive(false));

        assertThat(harness.isGranted(harness.claims(job, "x1"))).isTrue();
        assertThat(harness.status(job)).isEqualTo(JobStatus.PROCESSING);
        assertThat(harness.batch().permits()).containsExactly(new Permit(job, 1, true));
    }

    @Test
    void aJobThatIsCancelledBetweenBatchAndGrantIsRefusedAndKeepsNoPermit() {
        JobId job = dispatchedInBatch();
        harness.meanwhile("jobs", 0, () -> harness.actions()
                .apply(
                        job,
                        current -> JobActions.cancelled(
                                current, "no", harness.time().instant()),
                        "no"));

        assertThat(harness.isRefused(harness.claims(job, "x1"))).isTrue();
        assertThat(harness.status(job)).isEqualTo(JobStatus.CANCELLED);
        assertThat(harness.batch().permits()).isEmpty();
    }

    @Test
    void aClaimWhileTheQueueIsPausedIsRefusedAndTheJobWaits() {
        JobRecord queued = harness.dispatched();
        harness.queuePaused(true);

        assertThat(harness.isRefused(harness.claims(queued.id(), "x1"))).isTrue();
        assertThat(harness.status(queued.id())).isEqualTo(JobStatus.PENDING);
        assertThat(harness.permitsAt("example.org")).isZero();
    }

    @Test
    void aRunningJobKeepsItsGrantWhileTheQueueIsPaused() {
        Report.Execution running = harness.running();
        harness.queuePaused(true);

        harness.claims(running.jobId(), "x1");

        assertThat(harness.isGranted(running)).isTrue();
    }

    @Test
    void aClaimForAHostThatAskedToBeLeftAloneIsRefusedAndTheJobWaits() {
        JobRecord throttled = harness.dispatched();
        JobRecord other = harness.dispatched();
        harness.fails(harness.claims(throttled.id(), "x1"), FailureCode.HTTP_THROTTLED);

        assertThat(harness.isRefused(harness.claims(other.id(), "x2"))).isTrue();
        assertThat(harness.status(other.id())).isEqualTo(JobStatus.PENDING);
    }

    @Test
    void aClaimOfAJobThatIsNotThereIsRefused() {
        assertThat(harness.isRefused(harness.claims(Jobs.pending().id(), 1, "x1")))
                .isTrue();
    }

    @Test
    void aClaimOfAFinishedJobIsRefused() {
        Report.Execution done = harness.running();
        harness.completes(done);

        assertThat(harness.isRefused(harness.claims(done.jobId(), "x2"))).isTrue();
        assertThat(harness.status(done.jobId())).isEqualTo(JobStatus.COMPLETED);
    }

    private JobId dispatchedInBatch() {
        List<JobRecord> jobs = harness.batch(1, 1);
        harness.round();
        return jobs.getFirst().id();
    }

    private static io.eventjobs.gateway.transition.BatchTransitions.Change<Boolean> change(
            io.eventjobs.gateway.batch.BatchRecord next) {
        return new io.eventjobs.gateway.transition.BatchTransitions.Change<>(next, true);
    }
}
