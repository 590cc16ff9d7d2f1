package io.eventjobs.worker.session.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds how often a host is asked again because its schedule does not list a page: once for each page within a period, and at
 * most {@value #MAX_MISSES} times in vain for all pages together. Thread-safe.
 */
final class MissBudget {
    static final int MAX_MISSES = 20;

    private final Duration period;
    private final Map<String, Instant> missedAt = new LinkedHashMap<>();

    MissBudget(Duration period) {
        this.period = period;
    }

    /** Whether the host may be asked again because of a page. */
    synchronized boolean take(String page, Instant now) {
        missedAt.values().removeIf(at -> !at.plus(period).isAfter(now));
        return missedAt.size() < MAX_MISSES && missedAt.putIfAbsent(page, now) == null;
    }

    /** Refunds a page's request, since the schedule lists the page now. */
    synchronized void giveBack(String page) {
        missedAt.remove(page);
    }
}
