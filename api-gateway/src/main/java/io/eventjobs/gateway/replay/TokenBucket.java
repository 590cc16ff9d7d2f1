package io.eventjobs.gateway.replay;

/**
 * A token bucket rate limiter as a value. It holds at most one second's worth of tokens, so a pause causes no burst.
 *
 * @param tokens 0 to one second's worth
 */
record TokenBucket(double tokens, long atNanos) {
    private static final double NANOS = 1e9;

    static TokenBucket from(long nowNanos) {
        return new TokenBucket(1, nowNanos);
    }

    TokenBucket refilled(long nowNanos, int ratePerSecond) {
        double gained = (nowNanos - atNanos) / NANOS * ratePerSecond;
        return new TokenBucket(Math.min(Math.max(1, ratePerSecond), tokens + gained), nowNanos);
    }

    int available() {
        return (int) tokens;
    }

    TokenBucket consume(int done) {
        return new TokenBucket(tokens - done, atNanos);
    }
}
