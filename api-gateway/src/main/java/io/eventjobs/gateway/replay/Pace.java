package io.eventjobs.gateway.replay;

/**
 * How many more may be done now at so many a second. What was not used within a second is lost, so a pause makes no burst.
 *
 * @param credit 0 to one second's worth
 */
record Pace(double credit, long atNanos) {
    private static final double NANOS = 1e9;

    static Pace from(long nowNanos) {
        return new Pace(1, nowNanos);
    }

    Pace at(long nowNanos, int ratePerSecond) {
        double gained = (nowNanos - atNanos) / NANOS * ratePerSecond;
        return new Pace(Math.min(Math.max(1, ratePerSecond), credit + gained), nowNanos);
    }

    int whole() {
        return (int) credit;
    }

    Pace spent(int done) {
        return new Pace(credit - done, atNanos);
    }
}
