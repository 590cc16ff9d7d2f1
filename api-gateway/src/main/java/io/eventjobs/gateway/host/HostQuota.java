package io.eventjobs.gateway.host;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The limits for one host.
 *
 * @param parallel maximum number of concurrent jobs, at least 1
 * @param interval minimum average time between two dispatches, null for no rate limit
 */
public record HostQuota(int parallel, @Nullable Duration interval) {
    private static final Duration BURST = Duration.ofSeconds(1);

    /** The burst that the rate limit allows: the dispatches of one second. */
    public Duration tolerance() {
        return interval == null || interval.compareTo(BURST) >= 0 ? Duration.ZERO : BURST.minus(interval);
    }
}
