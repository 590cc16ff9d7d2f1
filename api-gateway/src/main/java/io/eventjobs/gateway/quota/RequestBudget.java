package io.eventjobs.gateway.quota;

import java.time.Duration;

/**
 * A token bucket as a value: it fills at a rate up to its size, and each request takes one token.
 *
 * @param tokens 0 to the size
 */
record RequestBudget(double tokens, long atNanos) {
    private static final double NANOS = 1e9;

    static RequestBudget full(int size, long nowNanos) {
        return new RequestBudget(size, nowNanos);
    }

    RequestBudget refilled(long nowNanos, int perSecond, int size) {
        double gained = Math.max(0, nowNanos - atNanos) / NANOS * perSecond;
        return new RequestBudget(Math.min(size, tokens + gained), nowNanos);
    }

    boolean hasOne() {
        return tokens >= 1;
    }

    RequestBudget withoutOne() {
        return new RequestBudget(tokens - 1, atNanos);
    }

    /** How long it takes until there is a token. */
    Duration untilOne(int perSecond) {
        return Duration.ofNanos((long) Math.ceil(Math.max(0, 1 - tokens) / perSecond * NANOS));
    }
}
