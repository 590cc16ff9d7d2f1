package io.eventjobs.gateway.job;

import static io.eventjobs.gateway.job.Jobs.NOW;
import static io.eventjobs.gateway.job.Jobs.POLICY;
import static io.eventjobs.gateway.job.Jobs.claimOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.event.EventType;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.Progress;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobLifecycleTest {
    private static final RandomGenerator RANDOM = new Random(1);

    @Test
    void everyDispatchHasAGreaterToken() {
        JobRecord queued = Jobs.queued();
        JobRecord released = JobLifecycle.released(queued, queued.token(), NOW).orElseThrow();
        JobRecord again = JobLifecycle.dispatched(released, NOW).orElseThrow();

        assertThat(again.token()).isEqualTo(queued.token() + 1);
    }

    @ParameterizedTest
    @EnumSource(value = JobStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "PENDING")
    void onlyAWaitingJobIsDispatched(JobStatus status) {
        assertThat(JobLifecycle.dispatched(Jobs.in(status), NOW)).isEmpty();
    }

    @Test
    void theFirstClaimOfATokenWins() {
        JobRecord queued = Jobs.queued();
        JobRecord granted =
                JobLifecycle.granted(queued, claimOf(queued, "first"), NOW).orElseThrow();

        assertThat(JobLifecycle.granted(granted, claimOf(queued, "second"), NOW))
                .isEmpty();
        assertThat(JobLifecycle.isHeldBy(granted, claimOf(queued, "first"))).isTrue();
        assertThat(JobLifecycle.isHeldBy(granted, claimOf(queued, "second"))).isFalse();
    }

    @Test
    void aClaimUnderAnOldTokenIsRefused() {
        JobRecord queued = Jobs.queued();
        JobRecord released = JobLifecycle.released(queued, queued.token(), NOW).orElseThrow();
        JobRecord again = JobLifecycle.dispatched(released, NOW).orElseThrow();

        assertThat(JobLifecycle.granted(again, claimOf(queued, "late"), NOW)).isEmpty();
    }

    @Test
    void aRevokedDispatchCannotBeClaimedThoughItsTokenIsTheLastOne() {
        JobRecord queued = Jobs.queued();
        JobRecord released = JobLifecycle.released(queued, queued.token(), NOW).orElseThrow();

        assertThat(JobLifecycle.granted(released, claimOf(queued, "late"), NOW)).isEmpty();
    }

    @Test
    void twoExecutionsNeverBothWin() {
        JobRecord running = Jobs.processing();
        JobRecord lost = JobLifecycle.interrupted(
                        running, claimOf(running, "x1"), InterruptionReason.LEASE_LOST, POLICY, NOW, RANDOM)
                .orElseThrow();
        JobRecord second = Jobs.processing(Jobs.queued(lost));
        JobRecord done = JobLifecycle.completed(second, claimOf(second, "x1"), JobResults.nothing(), NOW)
                .orElseThrow();

        assertThat(JobLifecycle.completed(second, claimOf(running, "x1"), JobResults.nothing(), NOW))
                .as("the zombie of the first token, while the second runs")
                .isEmpty();
        assertThat(JobLifecycle.completed(done, claimOf(running, "x1"), JobResults.nothing(), NOW))
                .as("the zombie after the second is done")
                .isEmpty();
        assertThat(done.outcome().winner().token()).isEqualTo(second.token());
    }

    @Test
    void aTerminalReportThatComesTwiceChangesNothingTheSecondTime() {
        JobRecord done = Jobs.completed();

        assertThat(JobLifecycle.completed(done, claimOf(done, "x1"), JobResults.nothing(), NOW))
                .isEmpty();
        assertThat(JobLifecycle.failed(done, Jobs.failure(done, "x1", FailureCode.TIMED_OUT), POLICY, NOW, RANDOM))
                .isEmpty();
    }

    @Test
    void progressThatComesLateIsIgnored() {
        JobRecord running = Jobs.processing();
        JobRecord further = JobLifecycle.progressed(
                        running, Jobs.progress(running, "x1", 2, ProgressStep.RENDERING_SLIDES), NOW)
                .orElseThrow();

        assertThat(JobLifecycle.progressed(further, Jobs.progress(running, "x1", 1, ProgressStep.FETCHING_PAGE), NOW))
                .isEmpty();
    }

    @Test
    void aNewStepAndANewPercentMakeAnEventAndASignOfLifeMakesNone() {
        JobRecord running = Jobs.processing();
        JobRecord step = progressed(running, 1, Progress.at(ProgressStep.RENDERING_SLIDES, "Page 1"));
        JobRecord heartbeat = progressed(step, 2, new Progress(ProgressStep.RENDERING_SLIDES, 35, "Page 2"));
        JobRecord percent = progressed(heartbeat, 3, new Progress(ProgressStep.RENDERING_SLIDES, 36, "Page 3"));

        assertThat(types(step)).endsWith(EventType.JOB_PROGRESSED);
        assertThat(heartbeat.outbox()).isEqualTo(step.outbox());
        assertThat(percent.outbox().since(heartbeat.outbox()))
                .singleElement()
                .satisfies(event -> assertThat(event.data()).containsEntry("percent", 36));
    }

    @Test
    void aRetryableFailureWaitsAndSpendsAnAttempt() {
        JobRecord running = Jobs.processing();
        JobRecord waiting = JobLifecycle.failed(
                        running, Jobs.failure(running, "x1", FailureCode.HTTP_SERVER_ERROR), POLICY, NOW, RANDOM)
                .orElseThrow();

        assertThat(waiting.status()).isEqualTo(JobStatus.PENDING);
        assertThat(waiting.state().budget().attempt()).isEqualTo(2);
        assertThat(waiting.state().notBefore()).isAfter(NOW);
        assertThat(types(waiting)).endsWith(EventType.JOB_RETRYING);
    }

    @Test
    void aRetryableFailureFailsTheJobWhenItsAttemptsAreSpent() {
        JobRecord job = Jobs.pending();
        for (int attempt = 1; attempt < FailureCode.HTTP_SERVER_ERROR.attempts(); attempt++) {
            job = failOnce(job, FailureCode.HTTP_SERVER_ERROR);
            assertThat(job.status()).isEqualTo(JobStatus.PENDING);
        }

        assertThat(failOnce(job, FailureCode.HTTP_SERVER_ERROR).status()).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void aPermanentFailureFailsTheJobAtOnce() {
        JobRecord failed = failOnce(Jobs.pending(), FailureCode.HTTP_NOT_FOUND);

        assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
        assertThat(failed.outcome().failure().code()).isEqualTo(FailureCode.HTTP_NOT_FOUND);
        assertThat(failed.state().times().completedAt()).isEqualTo(NOW);
    }

    @Test
    void aDeferralSpendsNoAttemptAndIsBoundedByAge() {
        JobRecord deferred = failOnce(Jobs.pending(), FailureCode.HTTP_THROTTLED);
        JobRecord running = Jobs.processing(Jobs.queued(deferred));
        JobRecord late = JobLifecycle.failed(
                        running,
                        Jobs.failure(running, "x1", FailureCode.HTTP_THROTTLED),
                        POLICY,
                        NOW.plus(Duration.ofHours(7)),
                        RANDOM)
                .orElseThrow();

        assertThat(deferred.state().budget().attempt()).isEqualTo(1);
        assertThat(late.outcome().failure().code()).isEqualTo(FailureCode.DEFERRED_TOO_LONG);
    }

    @Test
    void aDrainedWorkerCostsTheJobNothing() {
        JobRecord running = Jobs.processing();
        JobRecord back = JobLifecycle.interrupted(
                        running, claimOf(running, "x1"), InterruptionReason.DRAIN, POLICY, NOW, RANDOM)
                .orElseThrow();

        assertThat(back.status()).isEqualTo(JobStatus.PENDING);
        assertThat(back.state().budget()).isEqualTo(running.state().budget());
        assertThat(back.state().notBefore()).isEqualTo(NOW);
    }

    @Test
    void aJobThatKillsItsWorkersEndsAsWorkerLost() {
        JobRecord job = Jobs.pending();
        int taken = 0;
        while (!job.status().isTerminal()) {
            JobRecord running = Jobs.processing(Jobs.queued(job));
            job = JobLifecycle.interrupted(
                            running, claimOf(running, "x1"), InterruptionReason.LEASE_LOST, POLICY, NOW, RANDOM)
                    .orElseThrow();
            taken++;
        }

        assertThat(taken).isEqualTo(POLICY.interruptions().total());
        assertThat(job.outcome().failure().code()).isEqualTo(FailureCode.WORKER_LOST);
        assertThat(job.state().budget().attempt()).isEqualTo(1);
    }

    @Test
    void aJobThatLosesTheWorkersItHasForItselfFailsSoon() {
        JobRecord job = Jobs.pending();
        int taken = 0;
        while (job.status() == JobStatus.PENDING) {
            JobRecord running = Jobs.processing(Jobs.queued(job));
            if (POLICY.runsAlone(job.state().budget())) {
                running =
                        JobLifecycle.progressed(running, alone(running, 1), NOW).orElseThrow();
            }
            job = JobLifecycle.interrupted(
                            running, claimOf(running, "x1"), InterruptionReason.LEASE_LOST, POLICY, NOW, RANDOM)
                    .orElseThrow();
            taken++;
        }

        assertThat(taken).isEqualTo(2 + 3);
        assertThat(job.outcome().failure().code()).isEqualTo(FailureCode.WORKER_LOST);
    }

    @Test
    void aHolderThatRunsAloneStaysAloneUntilItsEndAndTheNextOneIsNot() {
        JobRecord running = Jobs.processing();
        JobRecord alone =
                JobLifecycle.progressed(running, alone(running, 1), NOW).orElseThrow();
        JobRecord later = JobLifecycle.progressed(
                        alone, Jobs.progress(running, "x1", 2, ProgressStep.FETCHING_PAGE), NOW)
                .orElseThrow();

        assertThat(running.state().isHeldAlone()).isFalse();
        assertThat(alone.state().isHeldAlone()).isTrue();
        assertThat(later.state().isHeldAlone()).isTrue();
        assertThat(JobLifecycle.isHeldBy(later, claimOf(running, "x1"))).isTrue();

        JobRecord lost = JobLifecycle.interrupted(
                        later, claimOf(running, "x1"), InterruptionReason.LEASE_LOST, POLICY, NOW, RANDOM)
                .orElseThrow();
        assertThat(Jobs.processing(Jobs.queued(lost)).state().isHeldAlone()).isFalse();
    }

    private static Report.Progressed alone(JobRecord job, long sequence) {
        return new Report.Progressed(
                claimOf(job, "x1"), sequence, Progress.at(ProgressStep.QUEUED, "Started"), List.of(), true);
    }

    @Test
    void theWorkOfALoserIsRememberedAsRefused() {
        JobRecord running = Jobs.processing();
        JobRecord lost = JobLifecycle.interrupted(
                        running, claimOf(running, "x1"), InterruptionReason.LEASE_LOST, POLICY, NOW, RANDOM)
                .orElseThrow();
        JobRecord noted =
                JobLifecycle.refusedLate(lost, claimOf(running, "x1"), NOW).orElseThrow();

        assertThat(noted.outcome().executions().getLast().outcome()).isEqualTo(new ExecutionOutcome.Refused());
        assertThat(noted.status()).isEqualTo(JobStatus.PENDING);
        assertThat(JobLifecycle.refusedLate(noted, claimOf(running, "x1"), NOW)).isEmpty();
    }

    private static JobRecord progressed(JobRecord running, long sequence, Progress progress) {
        Report.Progressed report = new Report.Progressed(claimOf(running, "x1"), sequence, progress, List.of());
        return JobLifecycle.progressed(running, report, NOW).orElseThrow();
    }

    private static JobRecord failOnce(JobRecord pending, FailureCode code) {
        JobRecord running = Jobs.processing(Jobs.queued(pending));
        return JobLifecycle.failed(running, Jobs.failure(running, "x1", code), POLICY, NOW, RANDOM)
                .orElseThrow();
    }

    private static List<EventType> types(JobRecord job) {
        return job.outbox().events().stream().map(PublicEvent::type).toList();
    }
}
