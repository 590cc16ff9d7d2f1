package io.eventjobs.gateway.quota;

import io.eventjobs.gateway.background.Ticker;
import java.time.Duration;
import java.util.function.IntToLongFunction;

/** Compares a number that is expensive to count with its limit: counts rarely, and adds what was admitted since. Thread-safe. */
public final class EstimatedCount {
    private static final Duration COUNT_INTERVAL = Duration.ofSeconds(30);
    /** A number this far below its limit need not be counted. */
    private static final double SAFE_SHARE = 0.5;

    private final IntToLongFunction counting;
    private final int max;
    private final Ticker ticker;
    private long estimate;
    private long countedNanos;

    /** @param counting counts up to a number */
    public EstimatedCount(IntToLongFunction counting, int max, Ticker ticker) {
        this.counting = counting;
        this.max = max;
        this.ticker = ticker;
        // Treated as full, since the number is unknown before the first count.
        this.estimate = max;
        this.countedNanos = ticker.nanos();
    }

    /** Whether this many more are within the limit; if so, they are added. */
    public synchronized boolean admit(int more) {
        estimate += more;
        boolean old = ticker.nanos() - countedNanos > COUNT_INTERVAL.toNanos();
        if (estimate > max * SAFE_SHARE && (old || estimate > max)) {
            estimate = more + counting.applyAsLong(max + 1);
            countedNanos = ticker.nanos();
        }
        if (estimate > max) {
            estimate -= more;
            return false;
        }
        return true;
    }
}
