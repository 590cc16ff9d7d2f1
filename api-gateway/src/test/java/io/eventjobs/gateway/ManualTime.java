package io.eventjobs.gateway;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.job.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock and a ticker that stand still until a test turns them. */
public final class ManualTime extends Clock implements Ticker {
    private Instant now = Jobs.NOW;
    private long nanos = 1_000_000_000L;

    public void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
