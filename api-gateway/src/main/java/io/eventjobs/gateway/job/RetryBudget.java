package io.eventjobs.gateway.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The spent retry budget of a job, counted separately: attempts for its own failures, interruptions for lost workers, time for waiting on
 * third parties.
 *
 * @param run number of starts by a person, from 1; each resets the others
 * @param attempt number of the next or current attempt, from 1
 * @param interruptions lost leases in this run
 * @param interruptionsAlone those of them during which the worker ran nothing else; null for none
 * @param deferredSince start of the current deferral, null if there is none
 * @param sinceRun the first run after the last completed one; this run may use what the runs since then have finished
 */
public record RetryBudget(
        int run,
        int attempt,
        int interruptions,
        @Nullable Integer interruptionsAlone,
        @Nullable Instant deferredSince,
        @Nullable Integer sinceRun) {
    static final RetryBudget FRESH = new RetryBudget(1, 1, 0, null, null, null);

    /** @param completed whether the previous run completed; if not, the next one may use its finished steps */
    RetryBudget nextRun(boolean completed) {
        return new RetryBudget(
                run + 1, 1, 0, null, null, completed ? null : sinceRun == null ? Integer.valueOf(run) : sinceRun);
    }

    RetryBudget spendAttempt() {
        return new RetryBudget(run, attempt + 1, interruptions, interruptionsAlone, null, sinceRun);
    }

    /** @param alone whether the worker ran nothing else */
    RetryBudget spendInterruption(boolean alone) {
        Integer lostAlone = alone ? Integer.valueOf(lostAlone() + 1) : interruptionsAlone;
        return new RetryBudget(run, attempt, interruptions + 1, lostAlone, deferredSince, sinceRun);
    }

    RetryBudget deferred(Instant now) {
        Instant since = deferredSince == null ? now : deferredSince;
        return new RetryBudget(run, attempt, interruptions, interruptionsAlone, since, sinceRun);
    }

    int lostAlone() {
        return interruptionsAlone == null ? 0 : interruptionsAlone;
    }
}
