package io.eventjobs.gateway.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a job has spent, counted separately: attempts for its own failures, interruptions for the deaths of its workers,
 * age for waiting on the other side.
 *
 * @param run how often a person started it, from 1; refills the others
 * @param attempt the attempt that is next or under way, from 1
 * @param interruptions lost leases in this run
 * @param deferredSince since when it waits on the other side without a success between, null when it does not
 * @param sinceRun the run that follows the last one that completed, if that is not this one: what runs since then have
 *     finished, this one goes on from
 */
public record RetryBudget(
        int run, int attempt, int interruptions, @Nullable Instant deferredSince, @Nullable Integer sinceRun) {
    static final RetryBudget FRESH = new RetryBudget(1, 1, 0, null, null);

    /** @param completed whether the run before came to its end; else the next one goes on from what it has done */
    RetryBudget nextRun(boolean completed) {
        return new RetryBudget(
                run + 1, 1, 0, null, completed ? null : sinceRun == null ? Integer.valueOf(run) : sinceRun);
    }

    RetryBudget spendAttempt() {
        return new RetryBudget(run, attempt + 1, interruptions, null, sinceRun);
    }

    RetryBudget spendInterruption() {
        return new RetryBudget(run, attempt, interruptions + 1, deferredSince, sinceRun);
    }

    RetryBudget deferred(Instant now) {
        return new RetryBudget(run, attempt, interruptions, deferredSince == null ? now : deferredSince, sinceRun);
    }
}
