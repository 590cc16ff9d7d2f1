package io.eventjobs.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.InterruptionLimits;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.job.RetryPolicy;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.protocol.InterruptionReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JobTimelineTest {
    private static final RetryPolicy PATIENT = Jobs.POLICY;
    private static final RetryPolicy LOSES_ONE_WORKER = new RetryPolicy(
            Duration.ofSeconds(2),
            Duration.ofMinutes(5),
            Duration.ofSeconds(15),
            Duration.ofHours(6),
            new InterruptionLimits(2, 3, 1));

    @Test
    void beginsWithTheCreation() {
        assertThat(timeline(Jobs.pending())).containsExactly("0 job.created {}");
        assertThat(timeline(Jobs.queued())).containsExactly("0 job.created {}");
    }

    @Test
    void tellsWhoHasTheJob() {
        assertThat(timeline(started(Jobs.pending(), "x1", 5)))
                .containsExactly("0 job.created {}", "5 job.started {execution=x1, worker_id=worker-1}");
    }

    @Test
    void endsWithTheCompletion() {
        assertThat(timeline(completed(started(Jobs.pending(), "x1", 5), "x1", 9)))
                .containsExactly(
                        "0 job.created {}",
                        "5 job.started {execution=x1, worker_id=worker-1}",
                        "9 job.completed {execution=x1, outcome=completed}");
    }

    @Test
    void tellsOfEachAttempt() {
        JobRecord waiting = failed(started(Jobs.pending(), "x1", 1), "x1", FailureCode.TIMED_OUT, 2);

        assertThat(timeline(completed(started(waiting, "x2", 3), "x2", 4)))
                .containsExactly(
                        "0 job.created {}",
                        "1 job.started {execution=x1, worker_id=worker-1}",
                        "2 job.retrying {execution=x1, outcome=TIMED_OUT}",
                        "3 job.started {execution=x2, worker_id=worker-1}",
                        "4 job.completed {execution=x2, outcome=completed}");
    }

    @Test
    void theFailureOfTheLastAttemptIsTheFailureOfTheJob() {
        JobRecord second = failed(started(Jobs.pending(), "x1", 1), "x1", FailureCode.TOO_SLOW, 2);
        JobRecord dead = failed(started(second, "x2", 3), "x2", FailureCode.TOO_SLOW, 4);

        assertThat(timeline(dead))
                .containsSubsequence(
                        "2 job.retrying {execution=x1, outcome=TOO_SLOW}",
                        "4 job.failed {execution=x2, outcome=TOO_SLOW}");
    }

    @Test
    void aFailureThatNoAttemptCanMendIsTheFailureOfTheJob() {
        assertThat(timeline(failed(started(Jobs.pending(), "x1", 1), "x1", FailureCode.EMPTY_PAGE, 2)))
                .endsWith("2 job.failed {execution=x1, outcome=EMPTY_PAGE}");
    }

    @Test
    void aJobThatWaitsForTheOtherSideHasNotFailed() {
        assertThat(timeline(failed(started(Jobs.pending(), "x1", 1), "x1", FailureCode.STORE_UNAVAILABLE, 2)))
                .endsWith("2 job.retrying {execution=x1, outcome=STORE_UNAVAILABLE}");
    }

    @Test
    void aJobThatWaitedTooLongForTheOtherSideHasFailed() {
        JobRecord waiting = failed(started(Jobs.pending(), "x1", 1), "x1", FailureCode.STORE_UNAVAILABLE, 2);

        assertThat(timeline(failed(started(waiting, "x2", 30_000), "x2", FailureCode.STORE_UNAVAILABLE, 30_001)))
                .endsWith("30001 job.failed {execution=x2, outcome=STORE_UNAVAILABLE}");
    }

    @Test
    void aLostWorkerIsNoEndOfTheJobUntilItIsOneTooMany() {
        JobRecord running = started(Jobs.pending(), "x1", 1);

        assertThat(timeline(interrupted(running, InterruptionReason.LEASE_LOST, PATIENT)))
                .endsWith("7 job.retrying {execution=x1, outcome=lease_lost}");
        assertThat(timeline(interrupted(running, InterruptionReason.LEASE_LOST, LOSES_ONE_WORKER)))
                .endsWith("7 job.failed {execution=x1, outcome=lease_lost}");
    }

    @Test
    void aJobThatWasCancelledWhileItRanIsNotTriedAgain() {
        JobRecord cancelled = JobActions.cancelled(started(Jobs.pending(), "x1", 1), "enough", at(2))
                .orElseThrow();

        assertThat(timeline(cancelled)).endsWith("2 job.cancelled {execution=x1, outcome=cancelled}");
    }

    @Test
    void anEndWithoutAnExecutionIsTold() {
        JobRecord cancelled =
                JobActions.cancelled(Jobs.pending(), "enough", at(3)).orElseThrow();

        assertThat(timeline(cancelled)).containsExactly("0 job.created {}", "3 job.cancelled {}");
    }

    @Test
    void anEndInTheVeryMomentOfTheCreationIsToldToo() {
        assertThat(timeline(Jobs.failed())).containsExactly("0 job.created {}", "0 job.failed {}");
    }

    @Test
    void anExecutionThatFinishedTooLateIsNotTheEnd() {
        JobRecord running = started(Jobs.pending(), "x1", 1);
        JobRecord cancelled = JobActions.cancelled(running, "enough", at(2)).orElseThrow();
        JobRecord late = JobLifecycle.refusedLate(cancelled, Jobs.claimOf(running, "x1"), at(5))
                .orElseThrow();

        assertThat(timeline(late)).contains("2 job.cancelled {}");
        assertThat(timeline(late))
                .filteredOn(moment -> moment.contains("job.cancelled"))
                .hasSize(1);
    }

    @Test
    void aRestartedJobKeepsWhatHappenedBefore() {
        JobRecord dead = failed(started(Jobs.pending(), "x1", 1), "x1", FailureCode.EMPTY_PAGE, 2);
        JobRecord again = JobActions.restarted(dead, null, at(10)).orElseThrow();

        assertThat(timeline(started(again, "x2", 11)))
                .containsExactly(
                        "0 job.created {}",
                        "1 job.started {execution=x1, worker_id=worker-1}",
                        "2 job.failed {execution=x1, outcome=EMPTY_PAGE}",
                        "11 job.started {execution=x2, worker_id=worker-1}");
    }

    /** Each moment in seconds after the creation, with its facts in the order of their names. */
    private static List<String> timeline(JobRecord job) {
        return JobTimeline.of(job).stream()
                .map(moment -> Duration.between(Jobs.NOW, moment.at()).toSeconds() + " " + moment.type() + " "
                        + new TreeMap<String, Object>(moment.data()))
                .toList();
    }

    private static JobRecord started(JobRecord pending, String execution, long second) {
        JobRecord queued = JobLifecycle.dispatched(pending, at(second)).orElseThrow();
        return JobLifecycle.granted(queued, Jobs.claimOf(queued, execution), at(second))
                .orElseThrow();
    }

    private static JobRecord completed(JobRecord running, String execution, long second) {
        return JobLifecycle.completed(running, Jobs.claimOf(running, execution), JobResults.nothing(), at(second))
                .orElseThrow();
    }

    private static JobRecord failed(JobRecord running, String execution, FailureCode code, long second) {
        return JobLifecycle.failed(running, Jobs.failure(running, execution, code), PATIENT, at(second), new Random(1))
                .orElseThrow();
    }

    private static JobRecord interrupted(JobRecord running, InterruptionReason reason, RetryPolicy policy) {
        return JobLifecycle.interrupted(running, Jobs.claimOf(running, "x1"), reason, policy, at(7), new Random(1))
                .orElseThrow();
    }

    private static Instant at(long second) {
        return Jobs.NOW.plusSeconds(second);
    }
}
