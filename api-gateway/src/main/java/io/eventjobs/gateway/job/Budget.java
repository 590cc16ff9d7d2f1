package io.eventjobs.gateway.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a job has spent, in separate purses: attempts for its own failures, interruptions for the deaths of its workers,
 * age for waiting on the other side.
 *
 * @param run how often a person started it, from 1; refills the others
 * @param attempt the attempt that is next or under way, from 1
 * @param interruptions lost leases in this run
 * @param deferredSince since when it waits on the other side without a success between, null when it does not
 * @param sinceRun the run that follows the last one that completed, if that is not this one: what runs since then have
 *     finished, this one goes on from
 */
public record Budget(
        int run, int attempt, int interruptions, @Nullable Instant deferredSince, @Nullable Integer sinceRun) {
    static final Budget FRESH = new Budget(1, 1, 0, null, null);

    /** @param completed whether the run before came to its end; else the next one goes on from what it has done */
    Budget nextRun(boolean completed) {
        return new Budget(run + 1, 1, 0, null, completed ? null : sinceRun == null ? Integer.valueOf(run) : sinceRun);
    }

    Budget spendAttempt() {
        return new Budget(run, attempt + 1, interruptions, null, sinceRun);
    }

    Budget spendInterruption() {
        return new Budget(run, attempt, interruptions + 1, deferredSince, sinceRun);
    }

    Budget deferred(Instant now) {
        return new Budget(run, attempt, interruptions, deferredSince == null ? now : deferredSince, sinceRun);
    }
}
