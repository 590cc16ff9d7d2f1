package io.eventjobs.gateway.host;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one host shared by all gateways. A value: {@link HostLimits} computes the next one, which is stored unless it was changed
 * concurrently.
 *
 * @param version incremented with every stored change, condition of the next; 0 if the host is not stored
 * @param permits of the current dispatches to the host
 * @param closedUntil end of the pause that the host asked for; null if it never did
 * @param nextStart when the rate limit allows the next dispatch; null without a rate limit
 */
public record HostRecord(
        String host,
        long version,
        List<HostPermit> permits,
        @Nullable Instant closedUntil,
        @Nullable Instant nextStart) {
    public HostRecord {
        permits = List.copyOf(permits);
    }

    public static HostRecord fresh(String host) {
        return new HostRecord(host, 0, List.of(), null, null);
    }

    public HostRecord atVersion(long next) {
        return new HostRecord(host, next, permits, closedUntil, nextStart);
    }

    public HostRecord with(List<HostPermit> next) {
        return new HostRecord(host, version, next, closedUntil, nextStart);
    }
}
