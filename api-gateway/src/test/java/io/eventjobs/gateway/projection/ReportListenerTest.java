package io.eventjobs.gateway.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportListenerTest {
    private static final String REFUSED = "event_jobs.reports.refused";

    private final GatewayHarness harness = GatewayHarness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void reportsOfOneJobAreProjectedInTheirOrder() {
        JobRecord queued = harness.dispatched();
        Report.Execution execution = Jobs.claimOf(queued, "x1");

        harness.reports(
                new Report.Claimed(execution), new Report.Completed(execution, JobResults.nothing(), List.of()));

        assertThat(harness.status(queued.id())).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void reportsWaitWhileMongoDbDoesNotAnswerAndAreProjectedThen() {
        JobRecord queued = harness.dispatched();
        harness.mongoIsAway(true);
        harness.whenAReportWaits(() -> assertThat(harness.controls()).isEmpty());
        harness.whenAReportWaits(() -> harness.mongoIsAway(false));

        Report.Execution claim = harness.claims(queued.id(), queued.token(), "x1");

        assertThat(harness.isGranted(claim)).isTrue();
    }

    @Test
    void bytesThatAreNoReportAreQuarantinedAndBlockNothing() {
        JobRecord queued = harness.dispatched();

        harness.message("key", "not a report".getBytes(StandardCharsets.UTF_8));
        harness.message("key", null);

        assertThat(harness.quarantined()).isEqualTo(2);
        assertThat(harness.isGranted(harness.claims(queued.id(), "x1"))).isTrue();
    }

    @Test
    void aReportThatCannotBeProjectedIsQuarantinedAndBlocksNothing() {
        JobRecord queued = harness.dispatched();
        JobRecord other = harness.dispatched();
        harness.meanwhile("jobs", 0, () -> {
            throw new IllegalStateException("a record that nobody foresaw");
        });

        harness.claims(queued.id(), queued.token(), "x1");

        assertThat(harness.quarantined()).isOne();
        assertThat(harness.isGranted(harness.claims(other.id(), "x2"))).isTrue();
    }

    @Test
    void aJobWhoseCommandAWorkerCannotReadFails() {
        JobRecord queued = harness.dispatched();

        harness.reports(undecodable(0));

        assertThat(harness.job(queued.id()).outcome().failure().code()).isEqualTo(FailureCode.INVALID_COMMAND);
        assertThat(harness.quarantined()).isOne();
        assertThat(harness.counted(REFUSED)).isZero();
    }

    @Test
    void aRunningJobDoesNotFailBecauseOfACommandThatAWorkerCannotRead() {
        Report.Execution running = harness.running();

        harness.reports(undecodable(0));

        assertThat(harness.status(running.jobId())).isEqualTo(JobStatus.PROCESSING);
        changedNothing(1);
    }

    @Test
    void aJobThatIsQueuedAgainDoesNotFailBecauseOfItsFormerCommand() {
        JobRecord queued = harness.dispatched();
        Report.Undecodable former = undecodable(0);
        harness.claims(queued.id(), "x1");
        harness.reports(new Report.Interrupted(Jobs.claimOf(queued, "x1"), InterruptionReason.DRAIN, List.of()));
        harness.round();
        assertThat(harness.job(queued.id()).token()).isGreaterThan(queued.token());

        harness.reports(former);

        assertThat(harness.status(queued.id())).isEqualTo(JobStatus.QUEUED);
        changedNothing(1);
    }

    @Test
    void aForgedReportOfACommandThatNobodyCanReadChangesNothingAndIsCounted() {
        JobRecord queued = harness.dispatched();
        harness.dispatched();
        String id = queued.id().value();
        byte[] command = harness.stored(0).value();
        byte[] changed = command.clone();
        changed[0]++;
        byte[] beginning = Arrays.copyOf(command, 10);

        harness.reports(
                undecodable(id, 7, command),
                undecodable(id, 1, command),
                undecodable(id, 1, harness.stored(1).value()),
                undecodable(id, 0, changed),
                undecodable(id, 0, beginning),
                undecodable("another", 0, command),
                undecodable(null, 0, command));

        assertThat(harness.status(queued.id())).isEqualTo(JobStatus.QUEUED);
        changedNothing(7);
    }

    @Test
    void aLongCommandIsReportedByItsBeginning() {
        byte[] command = new byte[200 << 10];
        Arrays.fill(command, (byte) 'x');
        byte[] other = command.clone();
        other[0] = 'y';
        harness.sendsCommand("not an id", command);

        harness.reports(
                undecodable("not an id", 0, Arrays.copyOf(command, (128 << 10) - 1)),
                undecodable("not an id", 0, Arrays.copyOf(other, 128 << 10)));
        changedNothing(2);

        harness.reports(undecodable("not an id", 0, Arrays.copyOf(command, 128 << 10)));
        assertThat(harness.quarantined()).isOne();
    }

    @Test
    void aCommandOfOneJobUnderTheKeyOfAnotherFailsNeither() {
        JobRecord one = harness.dispatched();
        JobRecord other = harness.dispatched();
        harness.sendsCommand(other.id().value(), harness.stored(0).value());

        harness.reports(undecodable(2));

        assertThat(harness.status(one.id())).isEqualTo(JobStatus.QUEUED);
        assertThat(harness.status(other.id())).isEqualTo(JobStatus.QUEUED);
        changedNothing(1);
    }

    @Test
    void aCommandOfNoJobIsQuarantinedAndNothingElse() {
        harness.sendsCommand("not an id", new byte[] {1});
        harness.sendsCommand(null, new byte[] {2});

        harness.reports(undecodable("not an id", 0, new byte[] {1}), undecodable(null, 1, new byte[] {2}));

        assertThat(harness.quarantined()).isEqualTo(2);
        assertThat(harness.counted(REFUSED)).isZero();
    }

    @Test
    void aJobThatAnotherGatewayTouchedIsLookedAt() {
        JobRecord job = Jobs.pending();
        harness.jobRecords().insert(job);

        harness.reports(new Report.Touched(job.id(), null));
        harness.round();

        assertThat(harness.status(job.id())).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void aBatchThatAnotherGatewayTouchedIsLookedAtWithItsJobs() {
        List<JobRecord> jobs;
        try (GatewayHarness other = harness.another()) {
            jobs = other.batch(2, null);
        }

        harness.reports(new Report.Touched(null, Jobs.BATCH.toString()));
        harness.round();

        assertThat(harness.in(JobStatus.QUEUED, jobs)).hasSize(2);
    }

    @Test
    void anAssignmentBringsTheJobsOfThePartitionsAndARevocationTakesThem() {
        JobRecord job = harness.submitted();
        Set<Integer> partition = Set.of(harness.partitionOf(job.id()));
        try (GatewayHarness heir = harness.another()) {
            heir.owns(partition);
            heir.run("recovery");
            assertThat(heir.jobIndex().count(JobStatus.PENDING)).isOne();

            heir.gives(partition);
            assertThat(heir.jobIndex().count(JobStatus.PENDING)).isZero();
        }
    }

    @Test
    void aRevokedPartitionIsNotJudged() {
        Report.Execution running = harness.running();
        harness.gives(GatewayHarness.all());

        harness.pass(GatewayHarness.LEASE.multipliedBy(2));
        harness.leasesAreChecked();

        assertThat(harness.status(running.jobId())).isEqualTo(JobStatus.PROCESSING);
    }

    private void changedNothing(int reports) {
        assertThat(harness.quarantined()).isZero();
        assertThat(harness.counted(REFUSED)).isEqualTo(reports);
    }

    /** As a worker reports that cannot read the command that was sent as this one. */
    private Report.Undecodable undecodable(int sent) {
        return undecodable(
                harness.stored(sent).key(), sent, harness.stored(sent).value());
    }

    private static Report.Undecodable undecodable(@Nullable String key, int sent, byte[] bytes) {
        return new Report.Undecodable(GatewayHarness.WORKER, key, 0, sent, "no such field", bytes);
    }
}
