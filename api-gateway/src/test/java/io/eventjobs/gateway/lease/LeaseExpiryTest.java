package io.eventjobs.gateway.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.protocol.Report;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseExpiryTest {
    private static final String LOST = "event_jobs.leases.lost";
    private static final String UNCLAIMED = "event_jobs.dispatches.unclaimed";

    private final GatewayHarness harness = GatewayHarness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void aJobWhoseWorkerIsSilentForALeaseIsTakenBackAndTheWorkerTold() {
        Report.Execution silent = harness.running();

        harness.pass(GatewayHarness.LEASE);
        harness.leasesAreChecked();

        assertThat(harness.status(silent.jobId())).isEqualTo(JobStatus.PENDING);
        assertThat(harness.isRefused(silent)).isTrue();
        assertThat(harness.counted(LOST)).isOne();
    }

    @Test
    void everyReportIsASignOfLife() {
        Report.Execution alive = harness.running();

        for (int i = 1; i < 5; i++) {
            harness.pass(GatewayHarness.LEASE.minusSeconds(1));
            harness.progresses(alive, i, ProgressStep.FETCHING_PAGE);
            harness.leasesAreChecked();
        }

        assertThat(harness.status(alive.jobId())).isEqualTo(JobStatus.PROCESSING);
        assertThat(harness.counted(LOST)).isZero();
    }

    @Test
    void whatCompletedBeforeItsLeaseWasLookedAtLosesNothing() {
        Report.Execution done = harness.running();
        harness.pass(GatewayHarness.LEASE);
        harness.meanwhile("jobs", 0, () -> harness.storedElsewhere(completed(done)));

        harness.leasesAreChecked();

        assertThat(harness.status(done.jobId())).isEqualTo(JobStatus.COMPLETED);
        assertThat(harness.counted(LOST)).isZero();
    }

    @Test
    void whatCompletesWhileItsLeaseIsTakenStaysCompleted() {
        Report.Execution done = harness.running();
        harness.pass(GatewayHarness.LEASE);
        harness.meanwhile("jobs", 1, () -> harness.storedElsewhere(completed(done)));

        harness.leasesAreChecked();

        assertThat(harness.status(done.jobId())).isEqualTo(JobStatus.COMPLETED);
        assertThat(harness.counted(LOST)).isZero();
    }

    @Test
    void theReportOfAnExecutionThatLostItsLeaseIsRefusedAndNotForgotten() {
        Report.Execution late = harness.running();
        harness.pass(GatewayHarness.LEASE);
        harness.leasesAreChecked();

        harness.completes(late);

        JobRecord job = harness.job(late.jobId());
        assertThat(job.status()).isEqualTo(JobStatus.PENDING);
        assertThat(job.outcome().winner()).isNull();
        assertThat(harness.isRefused(late)).isTrue();
    }

    @Test
    void anUnclaimedDispatchIsMadeAgainWithANewTokenAndTheLateClaimOfTheOldOneIsRefused() {
        JobRecord queued = harness.dispatched();

        harness.pass(GatewayHarness.CLAIM_DEADLINE);
        harness.leasesAreChecked();
        harness.round();

        assertThat(harness.job(queued.id()).token()).isEqualTo(2);
        assertThat(harness.commandsOf(queued.id())).hasSize(2);
        assertThat(harness.isRefused(harness.claims(queued.id(), 1, "late"))).isTrue();
        assertThat(harness.isGranted(harness.claims(queued.id(), 2, "x2"))).isTrue();
        assertThat(harness.counted(UNCLAIMED)).isOne();
    }

    @Test
    void aDispatchThatWasClaimedMeanwhileIsNotCountedAsUnclaimed() {
        JobRecord queued = harness.dispatched();
        harness.pass(GatewayHarness.CLAIM_DEADLINE);
        harness.storedElsewhere(Jobs.processing(harness.job(queued.id())));

        harness.leasesAreChecked();

        assertThat(harness.status(queued.id())).isEqualTo(JobStatus.PROCESSING);
        assertThat(harness.counted(UNCLAIMED)).isZero();
    }

    @Test
    void lostLeasesSpendNoAttemptAndTooManyOfThemFailTheJob() {
        JobRecord job = harness.dispatched();

        for (int lost = 1; lost <= Jobs.POLICY.interruptions().total(); lost++) {
            harness.claims(job.id(), "x" + lost);
            harness.pass(GatewayHarness.LEASE);
            harness.leasesAreChecked();
            harness.pass(Duration.ofMinutes(5));
            harness.round();
        }

        JobRecord after = harness.job(job.id());
        assertThat(after.status()).isEqualTo(JobStatus.FAILED);
        assertThat(after.outcome().deadLetter().code()).isEqualTo(FailureCode.WORKER_LOST);
        assertThat(after.state().budget().attempt()).isEqualTo(1);
    }

    @Test
    void aJobThatWasTakenOverIsJudgedOnlyAfterAWholeLease() {
        Report.Execution running = harness.running();
        harness.pass(GatewayHarness.LEASE.minusSeconds(1));
        try (GatewayHarness heir = harness.another()) {
            heir.owns(GatewayHarness.all());
            heir.recovers();
            heir.pass(GatewayHarness.LEASE.minusSeconds(1));
            heir.leasesAreChecked();
            assertThat(heir.status(running.jobId())).isEqualTo(JobStatus.PROCESSING);

            heir.pass(Duration.ofSeconds(1));
            heir.leasesAreChecked();
            assertThat(heir.status(running.jobId())).isEqualTo(JobStatus.PENDING);
        }
    }

    @Test
    void aJobThatWasTakenOverIsNotJudgedBeforeAllOldReportsOfItsPartitionAreRead() {
        Report.Execution running = harness.running();
        int partition = harness.partitionOf(running.jobId());
        try (GatewayHarness heir = harness.another()) {
            heir.owns(Set.of(partition), 1);
            heir.recovers();
            heir.pass(GatewayHarness.LEASE.multipliedBy(3));
            heir.leasesAreChecked();
            assertThat(heir.status(running.jobId())).isEqualTo(JobStatus.PROCESSING);

            heir.progresses(running, 1, ProgressStep.FETCHING_PAGE);
            heir.leasesAreChecked();
            assertThat(heir.status(running.jobId())).isEqualTo(JobStatus.PROCESSING);
            assertThat(heir.counted(LOST)).isZero();
        }
    }

    @Test
    void nobodyIsSilentWhileReportsCannotBeProjected() {
        Report.Execution running = harness.running();
        harness.pass(GatewayHarness.LEASE.minusSeconds(1));
        harness.mongoIsAway(true);
        harness.whenAReportWaits(() -> harness.mongoIsAway(false));
        harness.progresses(running, 1, ProgressStep.EXTRACTING_PAGE);
        harness.pass(Duration.ofSeconds(2));

        harness.leasesAreChecked();

        assertThat(harness.status(running.jobId())).isEqualTo(JobStatus.PROCESSING);
    }

    private JobRecord completed(Report.Execution of) {
        return io.eventjobs.gateway.job.JobLifecycle.completed(
                        harness.job(of.jobId()),
                        of,
                        io.eventjobs.model.job.JobResults.nothing(),
                        harness.time().instant())
                .orElseThrow();
    }
}
