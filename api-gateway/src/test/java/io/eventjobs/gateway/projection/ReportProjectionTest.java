package io.eventjobs.gateway.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.job.ExecutionEntry;
import io.eventjobs.gateway.job.ExecutionOutcome;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.Progress;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportProjectionTest {
    private final GatewayHarness harness = GatewayHarness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void theHolderThatCompletesIsTheWinner() {
        Report.Execution holder = harness.running();

        harness.completes(holder);

        JobRecord job = harness.job(holder.jobId());
        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.outcome().winner().execution()).isEqualTo(holder.execution());
        assertThat(harness.eventsOf(holder.jobId())).last().isEqualTo("job.completed");
        assertThat(harness.permitsAt("example.org")).isZero();
    }

    @Test
    void aReportOfAnOlderTokenIsRefused() {
        Report.Execution old = harness.running();
        harness.handsBack(old, InterruptionReason.DRAIN);
        harness.round();
        Report.Execution holder = harness.claims(old.jobId(), "x2");

        harness.completes(old);

        assertThat(harness.isRefused(old)).isTrue();
        assertThat(harness.isGranted(holder)).isTrue();
        assertThat(harness.status(old.jobId())).isEqualTo(JobStatus.PROCESSING);
        assertThat(outcomeOf(old)).isEqualTo(new ExecutionOutcome.Refused());
    }

    @Test
    void aReportOfAnotherExecutionUnderTheSameTokenIsRefused() {
        Report.Execution holder = harness.running();
        Report.Execution other = Jobs.claimOf(harness.job(holder.jobId()), "x2");

        harness.completes(other);
        harness.fails(other, FailureCode.HTTP_NOT_FOUND);
        harness.handsBack(other, InterruptionReason.DRAIN);
        harness.progresses(other, 1, ProgressStep.TRANSCRIBING);

        assertThat(harness.isRefused(other)).isTrue();
        assertThat(harness.status(holder.jobId())).isEqualTo(JobStatus.PROCESSING);
    }

    @Test
    void aReportAfterATerminalStateIsRefused() {
        Report.Execution holder = harness.running();
        harness.completes(holder);

        harness.fails(holder, FailureCode.HTTP_NOT_FOUND);

        assertThat(harness.isRefused(holder)).isTrue();
        assertThat(harness.status(holder.jobId())).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void aReportThatComesTwiceChangesNothingTheSecondTimeAndTheWorkerMayStopRepeatingIt() {
        Report.Execution holder = harness.running();
        harness.completes(holder);
        JobRecord once = harness.job(holder.jobId());

        harness.completes(holder);

        assertThat(harness.job(holder.jobId())).isEqualTo(once);
        assertThat(harness.isRefused(holder)).isTrue();
        assertThat(harness.eventsOf(holder.jobId())).containsOnlyOnce("job.completed");
    }

    @Test
    void anOlderProgressThatComesLateIsIgnored() {
        Report.Execution holder = harness.running();

        harness.progresses(holder, 2, ProgressStep.TRANSCRIBING);
        harness.progresses(holder, 1, ProgressStep.FETCHING_PAGE);

        assertThat(harness.job(holder.jobId()).state().progress().step()).isEqualTo(ProgressStep.TRANSCRIBING);
    }

    @Test
    void progressThatComesAfterTheEndIsRefused() {
        Report.Execution holder = harness.running();
        harness.completes(holder);

        harness.progresses(holder, 9, ProgressStep.UPLOADING);

        assertThat(harness.isRefused(holder)).isTrue();
    }

    @Test
    void whatIsCompletedAfterTheJobWasCancelledIsRefusedAndNoted() {
        Report.Execution holder = harness.running();
        harness.actions()
                .apply(
                        holder.jobId(),
                        job -> JobActions.cancelled(
                                job, "enough", harness.time().instant()),
                        "enough");

        harness.completes(holder);

        assertThat(harness.status(holder.jobId())).isEqualTo(JobStatus.CANCELLED);
        assertThat(harness.job(holder.jobId()).outcome().winner()).isNull();
        assertThat(outcomeOf(holder)).isEqualTo(new ExecutionOutcome.Refused());
    }

    @Test
    void aNewStepIsStoredAtOnceAndANewPercentOnceASecond() {
        Report.Execution holder = harness.running();
        harness.progresses(holder, 1, ProgressStep.TRANSCRIBING);

        percent(holder, 2, 51);
        assertThat(storedPercent(holder)).isEqualTo(ProgressStep.TRANSCRIBING.percent());

        harness.pass(Duration.ofSeconds(1));
        percent(holder, 3, 52);
        assertThat(storedPercent(holder)).isEqualTo(52);
    }

    @Test
    void aSignOfLifeIsStoredEachThirdOfALease() {
        Report.Execution holder = harness.running();
        harness.progresses(holder, 1, ProgressStep.TRANSCRIBING);
        long version = harness.job(holder.jobId()).version();

        harness.pass(GatewayHarness.LEASE.dividedBy(3).minusMillis(1));
        harness.progresses(holder, 2, ProgressStep.TRANSCRIBING);
        assertThat(harness.job(holder.jobId()).version()).isEqualTo(version);

        harness.pass(Duration.ofMillis(1));
        harness.progresses(holder, 3, ProgressStep.TRANSCRIBING);
        assertThat(harness.job(holder.jobId()).version()).isEqualTo(version + 1);
    }

    @Test
    void progressOfAJobThatIsNotKnownHereIsAppliedAsItIsStored() {
        Report.Execution holder = harness.running();
        try (GatewayHarness other = harness.another()) {
            other.progresses(holder, 1, ProgressStep.TRANSCRIBING);

            assertThat(other.isRefused(holder)).isFalse();
            assertThat(other.job(holder.jobId()).state().progress().step()).isEqualTo(ProgressStep.TRANSCRIBING);
        }
    }

    @Test
    void progressOfAJobThatAnotherGatewayGrantedIsNotRefusedBecauseOfAStaleRecord() {
        JobRecord queued = harness.dispatched();
        harness.storedElsewhere(Jobs.processing(harness.job(queued.id())));
        Report.Execution holder = Jobs.claimOf(harness.job(queued.id()), "x1");

        harness.progresses(holder, 1, ProgressStep.TRANSCRIBING);

        assertThat(harness.isRefused(holder)).isFalse();
    }

    @Test
    void linesOfTheLogAreKeptWithProgressAndEnd() {
        Report.Execution holder = harness.running();
        LogLine line = new LogLine(harness.time().instant(), LogLine.Level.INFO, "reading");

        harness.reports(
                new Report.Progressed(holder, 1, Progress.at(ProgressStep.FETCHING_PAGE, "on it"), List.of(line)),
                new Report.Completed(holder, JobResults.nothing(), List.of(line)));

        assertThat(harness.logs().of(holder.jobId())).containsExactly(line, line);
    }

    @Test
    void aRetryableFailureWaitsAndSpendsAnAttempt() {
        Report.Execution holder = harness.running();

        harness.fails(holder, FailureCode.CONNECT_FAILED);

        JobRecord job = harness.job(holder.jobId());
        assertThat(job.status()).isEqualTo(JobStatus.PENDING);
        assertThat(job.state().budget().attempt()).isEqualTo(2);
        assertThat(job.state().notBefore()).isAfter(harness.time().instant());
    }

    @Test
    void aPermanentFailureIsADeadLetter() {
        Report.Execution holder = harness.running();

        harness.fails(holder, FailureCode.HTTP_NOT_FOUND);

        assertThat(harness.status(holder.jobId())).isEqualTo(JobStatus.FAILED);
        assertThat(harness.job(holder.jobId()).isOpenDeadLetter()).isTrue();
    }

    @Test
    void aHostThatThrottlesIsLeftAloneByAllJobs() {
        JobRecord other = harness.submitted();
        Report.Execution holder = harness.running();
        harness.actions()
                .apply(
                        other.id(),
                        job -> JobActions.cancelled(job, "", harness.time().instant()),
                        "");
        harness.reports(new Report.Failed(
                holder,
                new Failure(FailureCode.HTTP_THROTTLED, "later", null, Duration.ofMinutes(10), null),
                List.of()));
        JobRecord next = harness.submitted();

        harness.round();
        assertThat(harness.status(next.id())).isEqualTo(JobStatus.PENDING);

        harness.pass(Duration.ofMinutes(10));
        harness.round();
        assertThat(harness.status(next.id())).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void anInterruptionSpendsNoAttemptAndTheJobGoesAgainAtOnce() {
        Report.Execution holder = harness.running();

        harness.handsBack(holder, InterruptionReason.DRAIN);
        harness.round();

        JobRecord job = harness.job(holder.jobId());
        assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(job.token()).isEqualTo(2);
        assertThat(job.state().budget().attempt()).isEqualTo(1);
    }

    private void percent(Report.Execution of, long sequence, int percent) {
        harness.reports(new Report.Progressed(
                of, sequence, new Progress(ProgressStep.TRANSCRIBING, percent, "on it"), List.of()));
    }

    private int storedPercent(Report.Execution of) {
        return harness.job(of.jobId()).state().progress().percent();
    }

    private ExecutionOutcome outcomeOf(Report.Execution of) {
        return harness.job(of.jobId()).outcome().executions().stream()
                .filter(entry -> entry.execution().equals(of.execution()))
                .map(ExecutionEntry::outcome)
                .findFirst()
                .orElseThrow();
    }
}
