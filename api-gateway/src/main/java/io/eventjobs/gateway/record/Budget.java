package io.eventjobs.gateway.record;

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
 */
public record Budget(int run, int attempt, int interruptions, @Nullable Instant deferredSince) {
    static final Budget FRESH = new Budget(1, 1, 0, null);

    Budget nextRun() {
        return new Budget(run + 1, 1, 0, null);
    }

    Budget spendAttempt() {
        return new Budget(run, attempt + 1, interruptions, null);
    }

    Budget spendInterruption() {
        return new Budget(run, attempt, interruptions + 1, deferredSince);
    }

    Budget deferred(Instant now) {
        return new Budget(run, attempt, interruptions, deferredSince == null ? now : deferredSince);
    }
}
