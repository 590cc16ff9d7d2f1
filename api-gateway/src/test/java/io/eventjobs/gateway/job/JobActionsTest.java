package io.eventjobs.gateway.job;

import static io.eventjobs.gateway.job.Jobs.NOW;
import static io.eventjobs.gateway.job.Jobs.POLICY;
import static io.eventjobs.gateway.job.Jobs.claimOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.event.EventType;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobStatus;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobActionsTest {
    @Test
    void aRestartIsANewRunWithFullBudgetsAndKeepsTheOldWinner() {
        JobRecord done = Jobs.completed();
        JobRecord again = JobActions.restarted(done, false, NOW.plusSeconds(1)).orElseThrow();

        assertThat(again.status()).isEqualTo(JobStatus.PENDING);
        assertThat(again.state().budget()).isEqualTo(new RetryBudget(2, 1, 0, null, null, null));
        assertThat(again.outcome().winner()).isEqualTo(done.outcome().winner());
        assertThat(again.outcome().failure()).isNull();
        assertThat(again.state().times().completedAt()).isNull();
        assertThat(again.token()).isEqualTo(done.token());
    }

    @Test
    void aRestartGoesOnFromTheRunsThatDidNotComplete() {
        JobRecord second =
                JobActions.restarted(failed(Jobs.processing()), null, NOW).orElseThrow();
        assertThat(second.state().budget()).isEqualTo(new RetryBudget(2, 1, 0, null, null, 1));

        JobRecord third = JobActions.restarted(failed(second), null, NOW).orElseThrow();
        assertThat(third.state().budget()).isEqualTo(new RetryBudget(3, 1, 0, null, null, 1));
    }

    private static JobRecord failed(JobRecord job) {
        return JobActions.failed(job, Failure.of(FailureCode.FAILED_BY_OPERATOR, "over"), NOW)
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(
            value = JobStatus.class,
            names = {"PENDING", "QUEUED", "PROCESSING"})
    void onlyAFinishedJobIsRestarted(JobStatus status) {
        assertThat(JobActions.restarted(Jobs.in(status), null, NOW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = JobStatus.class,
            names = {"PENDING", "QUEUED", "PROCESSING"})
    void aPersonFailsAnyUnfinishedJobAndItsWorkerIsFenced(JobStatus status) {
        JobRecord job = Jobs.in(status);
        JobRecord failed = JobActions.failed(job, Failure.of(FailureCode.FAILED_BY_OPERATOR, "over"), NOW)
                .orElseThrow();

        assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
        assertThat(JobLifecycle.completed(failed, claimOf(failed, "x1"), JobResults.nothing(), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = JobStatus.class,
            names = {"PENDING", "QUEUED", "PROCESSING"})
    void anUnfinishedJobIsCancelledAndItsWorkerIsFenced(JobStatus status) {
        JobRecord job = Jobs.in(status);
        JobRecord cancelled = JobActions.cancelled(job, "Enough", NOW).orElseThrow();

        assertThat(cancelled.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(cancelled.outcome().failure()).isNull();
        assertThat(cancelled.isOpenDeadLetter()).isFalse();
        assertThat(types(cancelled)).endsWith(EventType.JOB_CANCELLED);
        assertThat(JobLifecycle.completed(cancelled, claimOf(cancelled, "x1"), JobResults.nothing(), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = JobStatus.class,
            names = {"COMPLETED", "FAILED", "CANCELLED"})
    void aFinishedJobIsNotCancelled(JobStatus status) {
        assertThat(JobActions.cancelled(Jobs.in(status), "Enough", NOW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(JobStatus.class)
    void anyJobIsDeletedOnceAndNothingBringsItBack(JobStatus status) {
        JobRecord deleted = JobActions.deleted(Jobs.in(status), NOW).orElseThrow();

        assertThat(deleted.status().isTerminal()).isTrue();
        assertThat(deleted.isDeleted()).isTrue();
        assertThat(types(deleted)).endsWith(EventType.JOB_DELETED);
        assertThat(JobActions.deleted(deleted, NOW)).isEmpty();
        assertThat(JobActions.restarted(deleted, null, NOW)).isEmpty();
        assertThat(JobActions.replayed(deleted, null, "replay-1", NOW)).isEmpty();
    }

    @Test
    void aFailureThatNoPersonMadeIsADeadLetterOnce() {
        JobRecord dead = died();

        assertThat(dead.isOpenDeadLetter()).isTrue();
        assertThat(dead.outcome().deadLetter())
                .isEqualTo(new DeadLetter(
                        DeadLetter.State.OPEN,
                        NOW,
                        FailureCode.HTTP_NOT_FOUND,
                        claimOf(dead, "x1").workerId(),
                        null));
        assertThat(Jobs.failed().outcome().deadLetter()).isNull();
    }

    @Test
    void aReplayStartsADeadLetterAgainUnlessTheJobHasMovedOn() {
        JobRecord again = JobActions.replayed(died(), true, "replay-1", NOW).orElseThrow();

        assertThat(again.status()).isEqualTo(JobStatus.PENDING);
        assertThat(again.state().budget().run()).isEqualTo(2);
        assertThat(again.outcome().deadLetter().replayId()).isEqualTo("replay-1");
        assertThat(JobActions.replayed(again, true, "replay-1", NOW)).isEmpty();
        assertThat(JobActions.replayed(Jobs.completed(), true, "replay-1", NOW)).isEmpty();
    }

    @Test
    void aDiscardedDeadLetterStaysFailedAndIsNotReplayed() {
        JobRecord discarded = JobActions.discarded(died(), NOW).orElseThrow();

        assertThat(discarded.status()).isEqualTo(JobStatus.FAILED);
        assertThat(discarded.isOpenDeadLetter()).isFalse();
        assertThat(JobActions.replayed(discarded, true, "replay-1", NOW)).isEmpty();
        assertThat(JobActions.discarded(discarded, NOW)).isEmpty();
        assertThat(JobActions.restarted(discarded, null, NOW)).isPresent();
    }

    private static JobRecord died() {
        JobRecord running = Jobs.processing();
        return JobLifecycle.failed(
                        running, Jobs.failure(running, "x1", FailureCode.HTTP_NOT_FOUND), POLICY, NOW, new Random(1))
                .orElseThrow();
    }

    private static List<EventType> types(JobRecord job) {
        return job.outbox().events().stream().map(PublicEvent::type).toList();
    }
}
