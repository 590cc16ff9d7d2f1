package io.eventjobs.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.host.HostWait;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.model.protocol.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private final GatewayHarness harness = GatewayHarness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void storesAJobAsQueuedUnderItsNextTokenThenSendsItsCommand() {
        JobRecord job = harness.dispatched();

        assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(job.token()).isEqualTo(1);
        JobCommand command = harness.commandsOf(job.id()).getFirst();
        assertThat(command.token()).isEqualTo(1);
        assertThat(command.lease()).isEqualTo(GatewayHarness.LEASE);
    }

    @Test
    void dispatchesAsManyAsThereAreSlotsAndALookahead() {
        harness.worker(4);
        List<JobRecord> jobs = submitted(9);

        harness.round();

        assertThat(harness.in(JobStatus.QUEUED, jobs)).hasSize(6);
    }

    @Test
    void dispatchesNothingWithoutWorkers() {
        harness.worker(0);
        List<JobRecord> jobs = submitted(1);

        assertThat(harness.round()).isPositive();

        assertThat(harness.in(JobStatus.PENDING, jobs)).hasSize(1);
    }

    @Test
    void dispatchesNothingWhileTheQueueIsPaused() {
        List<JobRecord> jobs = submitted(1);
        harness.queuePaused(true);

        harness.round();

        assertThat(harness.in(JobStatus.PENDING, jobs)).hasSize(1);
    }

    @Test
    void dispatchesOnlyWhatSomeWorkerCanDo() {
        harness.close();
        try (GatewayHarness own = GatewayHarness.start()) {
            own.worker(0);
            own.reports(new Report.Presence(GatewayHarness.WORKER, "1", 9, List.of(), Set.of(JobType.NOOP), false));
            JobRecord session = own.submitted();
            // Of another tenant: within a lane the order is kept, so whatever stands behind the session would wait for
            // it.
            JobRecord noop = own.submitted(Jobs.noop(new TenantId("other")));

            own.run("dispatcher");

            assertThat(own.status(session.id())).isEqualTo(JobStatus.PENDING);
            assertThat(own.status(noop.id())).isEqualTo(JobStatus.QUEUED);
        }
    }

    @Test
    void aCommandThatKafkaDidNotTakeIsSentAgainAfterItsClaimDeadline() {
        harness.topicIsAway(Topics.DEFAULT.commands());
        JobRecord job = harness.dispatched();
        assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(harness.commandsOf(job.id())).isEmpty();

        harness.kafkaIsAway(false);
        harness.pass(GatewayHarness.CLAIM_DEADLINE);
        harness.leasesAreChecked();
        harness.round();

        assertThat(harness.commandsOf(job.id()))
                .singleElement()
                .extracting(JobCommand::token)
                .isEqualTo(2L);
    }

    @Test
    void aJobThatMongoDbDidNotStoreWaitsAndGoesInTheNextRound() {
        JobRecord job = harness.submitted();
        harness.collectionIsAway("jobs");
        harness.round();
        harness.mongoIsAway(false);
        assertThat(harness.status(job.id())).isEqualTo(JobStatus.PENDING);

        harness.round();

        assertThat(harness.status(job.id())).isEqualTo(JobStatus.QUEUED);
        assertThat(harness.permitsAt("example.org")).isOne();
    }

    @Test
    void aJobWhosePermitMongoDbDidNotStoreWaitsAndGoesInTheNextRound() {
        JobRecord job = harness.submitted();
        harness.collectionIsAway("hosts");
        harness.round();
        assertThat(harness.status(job.id())).isEqualTo(JobStatus.PENDING);

        harness.mongoIsAway(false);
        harness.round();

        assertThat(harness.status(job.id())).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void aJobThatWasCancelledBeforeItWasStoredAsQueuedKeepsNoPermitOfItsHost() {
        JobRecord job = harness.submitted();
        harness.meanwhile(
                "jobs",
                0,
                () -> harness.storedElsewhere(JobActions.cancelled(
                                harness.job(job.id()), "no", harness.time().instant())
                        .orElseThrow()));

        harness.round();

        assertThat(harness.commandsOf(job.id())).isEmpty();
        assertThat(harness.permitsAt("example.org")).isZero();
    }

    @Test
    void aJobThatAnotherGatewayDispatchedIsNotDispatchedAgain() {
        JobRecord job = harness.submitted();
        harness.meanwhile("jobs", 0, () -> harness.dispatchedElsewhere(job.id()));

        harness.round();

        assertThat(harness.job(job.id()).token()).isEqualTo(1);
        assertThat(harness.commandsOf(job.id())).isEmpty();
        assertThat(harness.permitsAt("example.org")).isOne();
    }

    @Test
    void aJobThatWaitsForATimeGoesWhenItIsDue() {
        Report.Execution failed = harness.running();
        harness.fails(failed, FailureCode.CONNECT_FAILED);

        harness.round();
        assertThat(harness.status(failed.jobId())).isEqualTo(JobStatus.PENDING);

        harness.pass(Duration.ofSeconds(2));
        harness.round();
        assertThat(harness.status(failed.jobId())).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void restsUntilTheNextJobIsDueButNeverLong() {
        assertThat(harness.round()).isEqualTo(Duration.ofMillis(500));
        Report.Execution failed = harness.running();
        harness.fails(failed, FailureCode.CONNECT_FAILED);
        Duration until = Duration.between(
                harness.time().instant(), harness.job(failed.jobId()).state().notBefore());

        harness.pass(until.minusMillis(30));
        assertThat(harness.round()).isEqualTo(Duration.ofMillis(30));

        harness.pass(Duration.ofMillis(30).minusNanos(1));
        assertThat(harness.round()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void aBatchOfWhichNothingIsKnownIsReadAndGoesInTheNextRound() {
        List<JobRecord> jobs;
        try (GatewayHarness other = harness.another()) {
            jobs = other.batch(2, null);
        }
        jobs.forEach(job -> harness.jobs().observe(job));

        assertThat(harness.round()).isEqualTo(Duration.ofMillis(1));
        assertThat(harness.in(JobStatus.QUEUED, jobs)).isEmpty();

        harness.round();
        assertThat(harness.in(JobStatus.QUEUED, jobs)).hasSize(2);
    }

    @Test
    void aBatchThatIsNotThereDispatchesNothing() {
        JobRecord orphan = Jobs.pendingInBatch(0);
        harness.jobRecords().insert(orphan);
        harness.jobs().observe(orphan);

        harness.round();
        harness.round();

        assertThat(harness.status(orphan.id())).isEqualTo(JobStatus.PENDING);
    }

    @Test
    void aJobThatGetsNoPermitOfItsBatchReturnsThatOfItsHost() {
        List<JobRecord> jobs = harness.batch(2, null);
        harness.batchActive(true);
        harness.meanwhile("batches", 0, () -> pauseElsewhere());

        harness.round();

        assertThat(harness.in(JobStatus.PENDING, jobs)).hasSize(2);
        assertThat(harness.permitsAt("example.org")).isZero();
    }

    @Test
    void countsTheHostsThatJobsWaitFor() {
        try (GatewayHarness narrow = GatewayHarness.start(Map.of(hostsMaxParallel(), "1"))) {
            narrow.submitted();
            narrow.submitted();

            narrow.round();
            narrow.round();

            assertThat(narrow.jobIndex().count(JobStatus.QUEUED)).isOne();
            assertThat(narrow.bean(DispatchPermits.class).hostsWaitedFor(HostWait.FULL))
                    .isOne();
            assertThat(narrow.bean(DispatchPermits.class).hostsWaitedFor(HostWait.RATE))
                    .isZero();
        }
    }

    private static String hostsMaxParallel() {
        return "event-jobs.hosts.max-concurrent";
    }

    private void pauseElsewhere() {
        try (GatewayHarness other = harness.another()) {
            other.batchActive(false);
        }
    }

    private List<JobRecord> submitted(int number) {
        return Stream.generate(harness::submitted).limit(number).toList();
    }
}
