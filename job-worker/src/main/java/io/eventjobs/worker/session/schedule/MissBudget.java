package io.eventjobs.worker.session.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pages that a kept schedule does not know. Each makes its host be asked once within a while whether the schedule has changed, and
 * all together no more often than {@value #MAX_COUNT} times in vain. Thread-safe.
 */
final class MissBudget {
    static final int MAX_COUNT = 20;

    private final Duration recent;
    private final Map<String, Instant> met = new LinkedHashMap<>();

    MissBudget(Duration recent) {
        this.recent = recent;
    }

    /** Whether its host may be asked because of a page. */
    synchronized boolean admit(String page, Instant now) {
        met.values().removeIf(at -> !at.plus(recent).isAfter(now));
        return met.size() < MAX_COUNT && met.putIfAbsent(page, now) == null;
    }

    /** It was not in vain: the schedule knows the page now. */
    synchronized void forget(String page) {
        met.remove(page);
    }
}
