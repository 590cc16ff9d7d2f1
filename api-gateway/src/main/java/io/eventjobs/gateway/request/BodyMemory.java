package io.eventjobs.gateway.request;

import java.util.HashMap;
import java.util.Map;

/**
 * The memory that bodies of requests may take together: one tenant gets three quarters of it at most, and those who have not shown a key a
 * quarter, so that others are served, too. A body that is alone is read whatever it takes, as it is bounded itself. Thread-safe.
 */
final class BodyMemory {
    /** Stands for all who have not shown a key, or not yet. */
    static final String STRANGERS = "";

    private final long all;
    private final Map<String, Long> taken = new HashMap<>();
    private long sum;

    BodyMemory(long all) {
        this.all = all;
    }

    /**
     * Whether there was room, which the caller must give back.
     *
     * @param held what the same request has taken before
     */
    synchronized boolean take(String owner, long held, long bytes) {
        boolean isAlone = sum == held;
        if (!isAlone && (sum + bytes > all || taken.getOrDefault(owner, 0L) + bytes > share(owner))) {
            return false;
        }
        sum += bytes;
        taken.merge(owner, bytes, Long::sum);
        return true;
    }

    synchronized void giveBack(String owner, long bytes) {
        sum -= bytes;
        taken.computeIfPresent(owner, (key, held) -> held == bytes ? null : held - bytes);
    }

    synchronized long taken() {
        return sum;
    }

    private long share(String owner) {
        return owner.equals(STRANGERS) ? all / 4 : all - all / 4;
    }
}
