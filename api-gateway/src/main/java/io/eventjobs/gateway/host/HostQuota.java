package io.eventjobs.gateway.host;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much one host is asked for.
 *
 * @param parallel most jobs under way at once, 1 or more
 * @param interval least time between two dispatches on average, null for any rate
 */
public record HostQuota(int parallel, @Nullable Duration interval) {
    private static final Duration BURST = Duration.ofSeconds(1);

    /** How far ahead of its rate a host may be: what a second holds may go at once. */
    public Duration tolerance() {
        return interval == null || interval.compareTo(BURST) >= 0 ? Duration.ZERO : BURST.minus(interval);
    }
}
