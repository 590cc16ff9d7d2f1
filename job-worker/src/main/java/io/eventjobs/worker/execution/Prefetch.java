package io.eventjobs.worker.execution;

import io.eventjobs.worker.background.Ticker;
import java.time.Duration;

/**
 * How many commands a worker takes ahead of its free slots. A job needs its slot only while it works, but its place in the worker from its
 * claim to the answer to its end; so by Little's law, slots are kept busy by as many places more as these exchanges take time beside the work
 * (ADR 46). Where jobs are long, that is none. Thread-safe.
 */
final class Prefetch {
    /** So many executions must be seen before any command is taken ahead. */
    private static final int FIRST = 16;

    /** The weight of the latest execution in the means. */
    private static final double WEIGHT = 1.0 / 16;

    /** Beyond so many times the slots, more places would not make their messages travel in fewer requests. */
    private static final int MAX_FACTOR = 15;

    /** What was measured so long ago says nothing of the jobs that come. */
    private static final long VALID_NANOS = Duration.ofSeconds(5).toNanos();

    private final int slots;
    private final int max;
    private final Ticker ticker;
    private long latestNanos;
    private double meanWork;
    private double meanExchange;
    private int seen;

    /** @param max the greatest number of commands that are taken ahead, 0 for none */
    Prefetch(int slots, int max, Ticker ticker) {
        this.slots = slots;
        this.ticker = ticker;
        this.max = (int) Math.min(max, (long) MAX_FACTOR * slots);
    }

    /** The greatest number of commands that are ever taken ahead. */
    int max() {
        return max;
    }

    /** An execution is over, which spent its time so. */
    synchronized void over(ExecutionTimes.Spent time) {
        double weight = Math.max(WEIGHT, 1.0 / (seen + 1));
        meanWork += (time.workNanos() - meanWork) * weight;
        meanExchange += (time.exchangeNanos() - meanExchange) * weight;
        seen = Math.min(seen + 1, FIRST);
        latestNanos = ticker.nanos();
    }

    /** A job that was taken ahead found no slot: what was measured no longer holds. */
    synchronized void reset() {
        seen = 0;
        meanWork = 0;
        meanExchange = 0;
    }

    synchronized int size() {
        if (seen < FIRST || ticker.nanos() - latestNanos > VALID_NANOS) {
            return 0;
        }
        return (int) Math.min(max, Math.round(slots * meanExchange / Math.max(1, meanWork)));
    }
}
