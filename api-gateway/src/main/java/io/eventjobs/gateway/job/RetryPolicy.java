package io.eventjobs.gateway.job;

import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Decides whether and when a job is dispatched again after an execution ended without results. A stateless value; the random generator for
 * jitter is passed with each call.
 *
 * @param initialDelay before the second attempt; doubles with each further one
 * @param maxDelay upper bound of the backoff
 * @param minDeferral before a deferred job is tried again, unless the third party named a longer time
 * @param maxDeferral a job deferred for longer fails
 * @param interruptions when a job that may be what kills its workers runs alone, and when it fails
 */
public record RetryPolicy(
        Duration initialDelay,
        Duration maxDelay,
        Duration minDeferral,
        Duration maxDeferral,
        InterruptionLimits interruptions) {

    /** The decision after a failure. */
    public RetryDecision afterFailure(Failure failure, RetryBudget budget, Instant now, RandomGenerator random) {
        FailureCode code = failure.code();
        return switch (code.kind()) {
            case PERMANENT -> new RetryDecision.GiveUp(failure);
            case RETRYABLE ->
                budget.attempt() < code.attempts()
                        ? new RetryDecision.Retry(now.plus(backoff(budget.attempt(), random)), budget.spendAttempt())
                        : new RetryDecision.GiveUp(failure);
            case DEFERRED -> afterDeferral(failure, budget.deferred(now), now, random);
        };
    }

    /**
     * The decision after a lost lease.
     *
     * @param alone whether the worker ran nothing else
     */
    public RetryDecision afterLostLease(RetryBudget budget, boolean alone, Instant now, RandomGenerator random) {
        RetryBudget spent = budget.spendInterruption(alone);
        if (spent.lostAlone() >= interruptions.alone()) {
            return new RetryDecision.GiveUp(Failure.of(
                    FailureCode.WORKER_LOST,
                    "The job was started " + spent.interruptions() + " times, and its worker was lost each time, "
                            + spent.lostAlone() + " times while it ran nothing else."));
        }
        if (spent.interruptions() >= interruptions.total()) {
            return new RetryDecision.GiveUp(Failure.of(
                    FailureCode.WORKER_LOST,
                    "The job was started " + spent.interruptions() + " times, and its worker was lost each time."));
        }
        return new RetryDecision.Retry(now.plus(backoff(spent.interruptions(), random)), spent);
    }

    /** Whether the next execution must be the only one in its worker. */
    public boolean runsAlone(RetryBudget budget) {
        return budget.interruptions() >= interruptions.beforeAlone();
    }

    private RetryDecision afterDeferral(Failure failure, RetryBudget budget, Instant now, RandomGenerator random) {
        Instant since = budget.deferredSince() == null ? now : budget.deferredSince();
        if (Duration.between(since, now).compareTo(maxDeferral) > 0) {
            return new RetryDecision.GiveUp(new Failure(
                    FailureCode.DEFERRED_TOO_LONG,
                    "Waited since " + since + ". Last: " + failure.message(),
                    failure.step(),
                    null,
                    failure.trace()));
        }
        return new RetryDecision.Retry(now.plus(waitAfter(failure)).plus(jitter(minDeferral, random)), budget);
    }

    /** The pause for a third party after a deferral, without jitter: as long as it asked for, within bounds. */
    public Duration waitAfter(Failure failure) {
        Duration asked = failure.retryAfter() == null ? Duration.ZERO : failure.retryAfter();
        Duration wait = asked.compareTo(minDeferral) > 0 ? asked : minDeferral;
        return wait.compareTo(maxDeferral) > 0 ? maxDeferral : wait;
    }

    /** Exponential backoff with equal jitter: between half and all of the doubled delay. */
    private Duration backoff(int spent, RandomGenerator random) {
        long doubled = initialDelay.toMillis() << Math.min(Math.max(spent - 1, 0), 20);
        Duration whole = Duration.ofMillis(Math.min(doubled, maxDelay.toMillis()));
        return whole.dividedBy(2).plus(jitter(whole.dividedBy(2), random));
    }

    private static Duration jitter(Duration max, RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(max.toMillis() + 1));
    }
}
