package io.eventjobs.gateway.dispatch;

import java.time.Duration;

/**
 * Spaces the rounds of dispatch while workers have commands ahead: jobs that are dispatched together share the commands, requests and
 * commits of every hop that follows. Once half of what is ahead has been taken, no round waits, so that workers do not run out of
 * commands. Used by one thread.
 */
final class RoundPacing {
    /** So long a round may wait, since a job that has become ready may come before those that were dispatched. */
    static final Duration MAX_WAIT = Duration.ofMillis(100);

    private boolean started;
    private long lastNanos;

    /**
     * How long the next round should wait for more commands to be taken; zero if it begins now.
     *
     * @param free how many jobs may be dispatched now
     * @param ahead how many commands are ahead of the workers at most
     */
    Duration untilNextRound(int free, int ahead, long nowNanos) {
        Duration left = started && free * 2 < ahead ? MAX_WAIT.minusNanos(nowNanos - lastNanos) : Duration.ZERO;
        if (left.isPositive()) {
            return left;
        }
        started = true;
        lastNanos = nowNanos;
        return Duration.ZERO;
    }
}
