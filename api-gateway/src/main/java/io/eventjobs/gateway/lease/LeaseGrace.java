package io.eventjobs.gateway.lease;

import io.eventjobs.gateway.background.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Decides when this gateway can judge the silence of workers in a partition: once it has read up to the end offset taken after the
 * assignment, and has then listened for a whole lease by its own monotonic clock. Therefore neither the death of a gateway nor a stop of
 * all gateways expires a lease. Thread-safe.
 */
public final class LeaseGrace {
    private final Ticker ticker;
    private final Duration lease;
    private final Map<Integer, Long> endOffsets = new HashMap<>();
    private final Map<Integer, Long> caughtUpNanos = new HashMap<>();

    LeaseGrace(Ticker ticker, Duration lease) {
        this.ticker = ticker;
        this.lease = lease;
    }

    /** The partition was assigned; records before {@code endOffset} existed already. */
    public synchronized void assigned(int partition, long endOffset) {
        caughtUpNanos.remove(partition);
        endOffsets.put(partition, endOffset);
    }

    public synchronized void revoked(Set<Integer> partitions) {
        partitions.forEach(endOffsets::remove);
        partitions.forEach(caughtUpNanos::remove);
    }

    /** Records before {@code position} are projected; returns true the first time that no record is left behind. */
    public synchronized boolean projectedTo(int partition, long position) {
        Long end = endOffsets.get(partition);
        if (end == null || position < end || caughtUpNanos.containsKey(partition)) {
            return false;
        }
        caughtUpNanos.put(partition, ticker.nanos());
        return true;
    }

    /** A report could not be projected now, so a worker that seems silent may not be: the grace period starts again. */
    public synchronized void notProjected(int partition) {
        caughtUpNanos.computeIfPresent(partition, (known, since) -> ticker.nanos());
    }

    /** Whether silence in this partition can be judged. */
    synchronized boolean isListeningLongEnough(int partition) {
        Long since = caughtUpNanos.get(partition);
        return since != null && ticker.nanos() - since >= lease.toNanos();
    }
}
