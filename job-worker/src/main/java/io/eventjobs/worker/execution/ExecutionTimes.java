package io.eventjobs.worker.execution;

import io.eventjobs.worker.background.Ticker;
import java.time.Duration;
import java.util.Optional;

/** The moments of an execution, by the monotonic clock. Thread-safe. */
final class ExecutionTimes {
    private static final Duration RESEND_CLAIM = Duration.ofSeconds(1);
    private static final Duration WAIT_FOR_SLOT = Duration.ofSeconds(2);
    private static final Duration ABANDON = Duration.ofMillis(1_500);
    private static final Duration RESEND_END = Duration.ofMillis(500);

    /**
     * From the end of one job to the start of the next that is assigned: the report of the end, its projection, the round of dispatch, the
     * assignment. Each takes about as long as the answer to the first of them, which is all that the worker sees.
     */
    private static final int EXCHANGES_OF_ASSIGNMENT = 4;

    private final Ticker ticker;
    private final long claimedNanos;
    private long sentNanos;
    private boolean isClaimed;
    private boolean isGranted;
    private long grantedNanos;
    private boolean hasBegun;
    private long begunNanos;
    private long stoppedNanos;
    private boolean hasEnded;
    private long endedNanos;

    ExecutionTimes(Ticker ticker) {
        this.ticker = ticker;
        this.claimedNanos = ticker.nanos();
    }

    /** A claim or an end was sent. */
    synchronized void sent() {
        sentNanos = ticker.nanos();
        isClaimed = isClaimed || !isGranted;
    }

    synchronized void granted() {
        isGranted = true;
        grantedNanos = ticker.nanos();
    }

    synchronized boolean isGranted() {
        return isGranted;
    }

    /** It has a slot, and its work begins. */
    synchronized void begun() {
        hasBegun = true;
        begunNanos = ticker.nanos();
    }

    synchronized boolean hasBegun() {
        return hasBegun;
    }

    synchronized void stopped() {
        stoppedNanos = ticker.nanos();
    }

    /** Returns false if it had ended before. */
    synchronized boolean ended() {
        if (hasEnded) {
            return false;
        }
        hasEnded = true;
        endedNanos = ticker.nanos();
        return true;
    }

    synchronized boolean hasEnded() {
        return hasEnded;
    }

    synchronized boolean isUnanswered(Duration claimTimeout) {
        return hasPassed(claimedNanos, claimTimeout);
    }

    synchronized boolean isClaimDueAgain() {
        return hasPassed(sentNanos, RESEND_CLAIM);
    }

    /** Whether it was granted but no slot became free soon enough. */
    synchronized boolean lacksSlot() {
        return isGranted && !hasBegun && hasPassed(grantedNanos, WAIT_FOR_SLOT);
    }

    /** Whether its thread still runs long after it was stopped. */
    synchronized boolean isStopIgnored() {
        return hasPassed(stoppedNanos, ABANDON);
    }

    synchronized boolean isEndDueAgain() {
        return hasPassed(sentNanos, RESEND_END);
    }

    synchronized boolean isEndExpired(Duration lease) {
        return hasPassed(endedNanos, lease);
    }

    /** How its time was spent until now; empty if it never began. */
    synchronized Optional<Spent> spent() {
        if (!hasBegun || !hasEnded) {
            return Optional.empty();
        }
        long answerNanos = ticker.nanos() - endedNanos;
        long exchangeNanos =
                isClaimed ? grantedNanos - claimedNanos + answerNanos : EXCHANGES_OF_ASSIGNMENT * answerNanos;
        return Optional.of(new Spent(endedNanos - begunNanos, exchangeNanos));
    }

    private boolean hasPassed(long sinceNanos, Duration time) {
        return ticker.nanos() - sinceNanos >= time.toNanos();
    }

    /**
     * Where the time of an execution went. The wait for a slot is in neither.
     *
     * @param workNanos in a slot
     * @param exchangeNanos waiting for the answers to its claim and to the report of its end, or for what takes the place of these
     */
    record Spent(long workNanos, long exchangeNanos) {}
}
