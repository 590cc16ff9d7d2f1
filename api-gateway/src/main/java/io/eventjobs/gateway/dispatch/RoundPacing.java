package io.eventjobs.gateway.dispatch;

import java.time.Duration;

/**
 * Spaces the rounds of dispatch while the window is nearly full: jobs that are dispatched together share the commands, requests and commits
 * of every hop that follows. While half of the window is free, which is always so when little runs, no round waits. Used by one thread.
 */
final class RoundPacing {
    /** So long a free place may wait for others. Slots do not wait meanwhile: the window is larger than they are, so that each finds a command. */
    static final Duration MAX_WAIT = Duration.ofMillis(100);

    private boolean started;
    private long lastNanos;

    /**
     * How long the next round should wait for more places to become free; zero if it begins now.
     *
     * @param free places that are free
     * @param size places in all
     */
    Duration untilNextRound(int free, int size, long nowNanos) {
        Duration left = started && free * 2 < size ? MAX_WAIT.minusNanos(nowNanos - lastNanos) : Duration.ZERO;
        if (left.isPositive()) {
            return left;
        }
        started = true;
        lastNanos = nowNanos;
        return Duration.ZERO;
    }
}
