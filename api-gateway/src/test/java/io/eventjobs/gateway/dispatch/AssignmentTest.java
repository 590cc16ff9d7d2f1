package io.eventjobs.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.batch.Permit;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.InterruptionReason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssignmentTest {
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
    void aWorkerIsGivenAJobWithoutClaimingIt() {
        JobRecord job = gateway.submitted();

        gateway.round();

        Control.Assigned assigned = gateway.assignmentOf(job.id());
        assertThat(gateway.job(job.id()).status()).isEqualTo(JobStatus.PROCESSING);
        assertThat(gateway.job(job.id()).state().holder().execution()).isEqualTo(assigned.execution());
        assertThat(assigned.workerId()).isEqualTo(GatewayHarness.WORKER);
        assertThat(assigned.command().token()).isEqualTo(1);
        assertThat(gateway.commandsOf(job.id())).isEmpty();
    }

    @Test
    void consumersOfEventsSeeNoDifference() {
        JobRecord job = gateway.submitted();

        gateway.round();
        gateway.completes(gateway.assignmentOf(job.id()).of());

        assertThat(gateway.eventsOf(job.id()))
                .containsExactly("job.created", "job.queued", "job.started", "job.completed");
    }

    @Test
    void onlyAsManyAreAssignedAsTheWorkerHasRoomForAndNoCommandWaitsBesideThem() {
        List<JobRecord> jobs = submitted(9);

        gateway.round();
        assertThat(gateway.in(JobStatus.PROCESSING, jobs)).hasSize(4);
        assertThat(gateway.commands()).isEmpty();

        gateway.completes(gateway.assignments().getFirst().of());
        gateway.round();
        assertThat(gateway.assignments()).hasSize(5);
    }

    @Test
    void whatAGatewayWithoutAllPartitionsMayNotAssignIsOfferedByCommand() {
        gateway.gives(Set.of(0, 1, 2, 3));
        List<JobRecord> jobs = submitted(30);

        gateway.round();

        // 4 slots × 8/12: two whole ones, and a rest that any worker may claim.
        assertThat(gateway.in(JobStatus.PROCESSING, jobs)).hasSize(2);
        assertThat(gateway.in(JobStatus.QUEUED, jobs)).hasSize(1);
    }

    @Test
    void commandsThatNobodyHasClaimedYetKeepTheirPlaces() {
        gateway.worker(4);
        submitted(3);
        gateway.round();
        assertThat(gateway.commands()).hasSize(3);

        gateway.assignable(4);
        submitted(3);
        gateway.round();

        assertThat(gateway.assignments()).hasSize(1);
    }

    @Test
    void aJobThatWasInterruptedGoesToAWorkerThatClaimsIt() {
        JobRecord job = gateway.submitted();
        gateway.round();

        gateway.handsBack(gateway.assignmentOf(job.id()).of(), InterruptionReason.NO_SLOT);
        gateway.pass(GatewayHarness.MOMENT);
        gateway.round();

        assertThat(gateway.status(job.id())).isEqualTo(JobStatus.QUEUED);
        assertThat(gateway.commandsOf(job.id())).hasSize(1);
    }

    @Test
    void aJobThatFailedIsAssignedAgain() {
        JobRecord job = gateway.submitted();
        gateway.round();

        gateway.fails(gateway.assignmentOf(job.id()).of(), FailureCode.CONNECT_FAILED);
        gateway.pass(Duration.ofMinutes(1));
        gateway.assignable(4);
        gateway.round();

        assertThat(gateway.job(job.id()).token()).isEqualTo(2);
        assertThat(gateway.status(job.id())).isEqualTo(JobStatus.PROCESSING);
    }

    @Test
    void anAssignedJobHasStartedInItsBatchAndPausingDoesNotRevokeIt() {
        gateway.batch(2, 1);

        gateway.round();
        gateway.batchActive(false);

        assertThat(gateway.batch().permits()).singleElement().matches(Permit::started);
    }

    @Test
    void nothingOfAPausedBatchIsAssigned() {
        List<JobRecord> jobs = gateway.batch(2, null);
        gateway.batchActive(false);

        gateway.round();

        assertThat(gateway.in(JobStatus.PENDING, jobs)).hasSize(2);
        assertThat(gateway.assignments()).isEmpty();
    }

    @Test
    void aWorkerThatEndedNothingForASecondIsOfferedCommandsSinceItMayBeLost() {
        gateway.pass(Duration.ofMillis(1_001));
        List<JobRecord> jobs = submitted(9);

        gateway.run("dispatcher");

        assertThat(gateway.assignments()).isEmpty();
        assertThat(gateway.in(JobStatus.QUEUED, jobs)).hasSize(6);
    }

    /** A job that ends the process of `up` ends worker and gateway: it must be counted, or it would do so for ever. */
    private List<JobRecord> submitted(int count) {
        return IntStream.range(0, count).mapToObj(number -> gateway.submitted()).toList();
    }
}
