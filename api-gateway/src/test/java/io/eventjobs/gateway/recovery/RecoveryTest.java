package io.eventjobs.gateway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchState;
import io.eventjobs.gateway.batch.Permit;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.Report;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private final GatewayHarness harness = GatewayHarness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void jobsThatWereStoredAndNeverHeardOfAreFound() {
        JobRecord job = Jobs.pending();
        harness.jobRecords().insert(job);

        harness.recovers();
        harness.round();

        assertThat(harness.status(job.id())).isEqualTo(JobStatus.QUEUED);
        assertThat(harness.eventsOf(job.id())).containsExactly("job.created", "job.queued");
    }

    @Test
    void aQueuedJobWhoseCommandWasPerhapsNeverSentGetsItAgainOnce() {
        JobRecord job = Jobs.pending();
        harness.jobRecords().insert(job);
        harness.dispatchedElsewhere(job.id());

        harness.recovers();
        harness.recovers();

        assertThat(harness.commandsOf(job.id())).hasSize(1);
        assertThat(harness.isGranted(harness.claims(job.id(), "x1"))).isTrue();
    }

    @Test
    void aScanComesAtItsIntervalAndWhenItIsAskedFor() {
        JobRecord job = Jobs.pending();
        harness.run("recovery");
        harness.jobRecords().insert(job);

        harness.pass(Duration.ofSeconds(59));
        harness.run("recovery");
        assertThat(harness.jobIndex().count(JobStatus.PENDING)).isZero();

        harness.pass(Duration.ofSeconds(1));
        harness.run("recovery");
        assertThat(harness.jobIndex().count(JobStatus.PENDING)).isOne();
    }

    @Test
    void aGatewayThatOwnsNothingLooksThroughNothingYet() {
        harness.submitted();
        try (GatewayHarness other = harness.another()) {
            other.recovers();
            assertThat(other.meters().timer("event_jobs.recovery.scan").count()).isZero();

            other.owns(GatewayHarness.all());
            other.run("recovery");
            assertThat(other.jobIndex().count(JobStatus.PENDING)).isOne();
        }
    }

    @Test
    void eventsThatKafkaDidNotTakeArePublishedInOrderWhenItIsBack() {
        harness.kafkaIsAway(true);
        JobRecord job = harness.dispatched();
        assertThat(harness.eventsOf(job.id())).isEmpty();

        harness.kafkaIsAway(false);
        harness.run("recovery");

        assertThat(harness.eventsOf(job.id())).containsExactly("job.created", "job.queued");
    }

    @Test
    void eventsThatADeadGatewayLeftArePublished() {
        JobRecord job;
        try (GatewayHarness dead = harness.another()) {
            dead.kafkaIsAway(true);
            job = dead.submitted();
            dead.batch(1, null);
        }

        harness.recovers();

        assertThat(harness.eventsOf(job.id())).containsExactly("job.created");
        assertThat(harness.eventsOf("batch-1")).containsExactly("batch.created");
    }

    @Test
    void aPermitWhoseJobHasMovedOnIsDropped() {
        JobRecord job = harness.batch(1, 1).getFirst();
        harness.round();
        harness.storedElsewhere(
                JobActions.cancelled(harness.job(job.id()), "", Jobs.NOW).orElseThrow());
        assertThat(harness.batch().permits()).hasSize(1);

        harness.recovers();

        assertThat(harness.batch().permits()).isEmpty();
    }

    @Test
    void aPermitWhoseJobIsAboutToBeQueuedIsKept() {
        JobRecord job = harness.batch(1, 1).getFirst();
        BatchRecord batch = harness.batch();
        Permit permit = new Permit(job.id(), 1, false);
        harness.batchRecords()
                .store(batch, BatchLifecycle.permitted(batch, List.of(permit)).batch())
                .orElseThrow();

        harness.recovers();

        assertThat(harness.batch().permits()).containsExactly(permit);
    }

    @Test
    void aPermitWhoseJobRunsUnderItsTokenIsKept() {
        JobRecord job = harness.batch(1, 1).getFirst();
        harness.round();
        harness.claims(job.id(), "x1");

        harness.recovers();

        assertThat(harness.batch().permits()).containsExactly(new Permit(job.id(), 1, true));
    }

    @Test
    void aDispatchWhosePermitADeadGatewayRevokedIsTakenBack() {
        JobRecord job = harness.batch(1, 1).getFirst();
        harness.round();
        BatchRecord batch = harness.batch();
        harness.batchRecords()
                .store(batch, BatchLifecycle.activated(batch, false, Jobs.NOW))
                .orElseThrow();

        harness.recovers();

        assertThat(harness.status(job.id())).isEqualTo(JobStatus.PENDING);
    }

    @Test
    void aBulkActionThatADeadGatewayBeganIsFinished() {
        List<JobRecord> jobs = harness.batch(3, null);
        BatchRecord batch = harness.batch();
        harness.batchRecords()
                .store(batch, BatchLifecycle.intending(batch, BatchState.Action.FAIL, "enough", Jobs.NOW))
                .orElseThrow();

        harness.recovers();

        assertThat(harness.in(JobStatus.FAILED, jobs)).hasSize(3);
        assertThat(harness.batch().state().intent()).isNull();
        assertThat(harness.batch().status()).isEqualTo(BatchStatus.FAILED);
    }

    @Test
    void aBatchWhoseCountADeadGatewayOwedIsCounted() {
        JobRecord job = harness.batch(1, null).getFirst();
        harness.storedElsewhere(
                JobActions.cancelled(harness.job(job.id()), "", Jobs.NOW).orElseThrow());

        harness.recovers();
        harness.pass(GatewayHarness.MOMENT);
        harness.recounts();

        assertThat(harness.batch().status()).isEqualTo(BatchStatus.CANCELLED);
    }

    @Test
    void whatIsFoundTwiceIsDoneOnce() {
        Report.Execution running = harness.running();

        harness.recovers();
        harness.recovers();

        assertThat(harness.status(running.jobId())).isEqualTo(JobStatus.PROCESSING);
        assertThat(harness.commandsOf(running.jobId())).hasSize(1);
        assertThat(harness.eventsOf(running.jobId())).containsExactly("job.created", "job.queued", "job.started");
    }
}
