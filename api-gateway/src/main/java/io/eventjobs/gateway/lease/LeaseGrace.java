package io.eventjobs.gateway.lease;

import io.eventjobs.gateway.background.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Since when this gateway knows enough of a partition to judge silence: it has read to the end offset taken after it was
 * assigned, and has listened for a whole lease since, on its own monotonic clock. So the death of a gateway, or a stop of
 * all of them, costs no lease. Thread-safe.
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

    /** The partition is this gateway's; all before {@code endOffset} was there already. */
    public synchronized void assigned(int partition, long endOffset) {
        caughtUpNanos.remove(partition);
        endOffsets.put(partition, endOffset);
    }

    public synchronized void revoked(Set<Integer> partitions) {
        partitions.forEach(endOffsets::remove);
        partitions.forEach(caughtUpNanos::remove);
    }

    /** All before {@code position} is projected; true if that is the first time that nothing is behind. */
    public synchronized boolean projectedTo(int partition, long position) {
        Long end = endOffsets.get(partition);
        if (end == null || position < end || caughtUpNanos.containsKey(partition)) {
            return false;
        }
        caughtUpNanos.put(partition, ticker.nanos());
        return true;
    }

    /** What was heard could not be projected just now: whoever seems silent may not be. Listening begins anew. */
    public synchronized void notProjected(int partition) {
        caughtUpNanos.computeIfPresent(partition, (known, since) -> ticker.nanos());
    }

    /** Whether silence in this partition means something. */
    synchronized boolean isListeningLongEnough(int partition) {
        Long since = caughtUpNanos.get(partition);
        return since != null && ticker.nanos() - since >= lease.toNanos();
    }
}
