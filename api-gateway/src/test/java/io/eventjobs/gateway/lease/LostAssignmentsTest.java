package io.eventjobs.gateway.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.model.protocol.Topics;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LostAssignmentsTest {
    private final GatewayHarness gateway = GatewayHarness.start();

    @BeforeEach
    void start() {
        gateway.assignable(4);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void anAssignmentThatKafkaDidNotTakeIsTakenBackAndSpendsNothing() {
        gateway.topicIsAway(Topics.DEFAULT.controls());
        JobRecord job = gateway.submitted();
        gateway.round();
        assertThat(gateway.status(job.id())).isEqualTo(JobStatus.PROCESSING);
        gateway.kafkaIsAway(false);

        gateway.pass(Duration.ofSeconds(9));
        gateway.assignable(4);
        assertThat(gateway.status(job.id())).isEqualTo(JobStatus.PROCESSING);

        gateway.pass(Duration.ofSeconds(1));
        gateway.assignable(4);
        assertThat(gateway.status(job.id())).isEqualTo(JobStatus.PENDING);
        assertThat(gateway.job(job.id()).state().budget()).isEqualTo(job.state().budget());
        assertThat(gateway.counted("event_jobs.assignments.lost")).isOne();
    }

    @Test
    void whatTheWorkerNamesIsNotLost() {
        JobRecord job = gateway.submitted();
        gateway.round();

        gateway.pass(Duration.ofSeconds(20));
        gateway.assignable(4, gateway.assignmentOf(job.id()).of());

        assertThat(gateway.status(job.id())).isEqualTo(JobStatus.PROCESSING);
    }

    @Test
    void whatAWorkerThatIsThereHasNotReportedOfYetIsNotLost() {
        gateway.pass(GatewayHarness.LEASE);
        JobRecord job = gateway.submitted();
        gateway.round();

        gateway.pass(Duration.ofSeconds(11));
        gateway.assignable(4, gateway.assignmentOf(job.id()).of());
        gateway.run("lostAssignments");

        assertThat(gateway.status(job.id())).isEqualTo(JobStatus.PROCESSING);
    }

    @Test
    void whatHasReportedIsNotLostEvenIfAPresenceDoesNotNameIt() {
        JobRecord job = gateway.submitted();
        gateway.round();
        gateway.progresses(gateway.assignmentOf(job.id()).of(), 1, ProgressStep.FETCHING_PAGE);

        gateway.pass(Duration.ofSeconds(20));
        gateway.assignable(4);

        assertThat(gateway.status(job.id())).isEqualTo(JobStatus.PROCESSING);
    }

    @Test
    void aGatewayThatTakesOverTakesBackWhatTheFormerOneStoredAndDidNotSend() {
        gateway.topicIsAway(Topics.DEFAULT.controls());
        JobRecord job = gateway.submitted();
        gateway.round();
        gateway.gives(GatewayHarness.all());

        try (GatewayHarness next = gateway.another()) {
            next.owns(GatewayHarness.all());
            next.recovers();
            gateway.pass(Duration.ofSeconds(11));
            next.assignable(4);

            assertThat(next.status(job.id())).isEqualTo(JobStatus.PENDING);
        }
    }

    @Test
    void whatWasAssignedToAWorkerThatIsGoneIsTakenBackBeforeItsLeaseEndsAndSpendsNothing() {
        gateway.pass(GatewayHarness.LEASE);
        JobRecord job = gateway.submitted();
        gateway.round();

        gateway.pass(Duration.ofSeconds(11));
        gateway.run("lostAssignments");

        assertThat(gateway.status(job.id())).isEqualTo(JobStatus.PENDING);
        assertThat(gateway.job(job.id()).state().budget()).isEqualTo(job.state().budget());
    }

    @Test
    void aGatewayThatHasNotListenedForALeaseDoesNotJudgeWhoIsGone() {
        JobRecord job = gateway.submitted();
        gateway.round();

        gateway.pass(Duration.ofSeconds(11));
        gateway.run("lostAssignments");

        assertThat(gateway.status(job.id())).isEqualTo(JobStatus.PROCESSING);
    }

    @Test
    void whatAGatewayFindsInTheRecordsIsLeftToItsLeaseIfItsWorkerIsGone() {
        JobRecord job = gateway.submitted();
        gateway.round();

        try (GatewayHarness restarted = gateway.another()) {
            restarted.owns(GatewayHarness.all());
            restarted.recovers();
            gateway.pass(GatewayHarness.LEASE.plusSeconds(1));
            restarted.run("lostAssignments");
            assertThat(restarted.status(job.id())).isEqualTo(JobStatus.PROCESSING);

            restarted.leasesAreChecked();
            assertThat(restarted.job(job.id()).state().budget().interruptions()).isOne();
        }
    }

    @Test
    void whatAWorkerHadClaimedIsNotTakenForLostWhenTheWorkerIsGone() {
        gateway.worker(4);
        gateway.pass(GatewayHarness.LEASE);
        Report.Execution running = gateway.running();

        gateway.pass(Duration.ofSeconds(11));
        gateway.run("lostAssignments");

        assertThat(gateway.status(running.jobId())).isEqualTo(JobStatus.PROCESSING);
    }
}
