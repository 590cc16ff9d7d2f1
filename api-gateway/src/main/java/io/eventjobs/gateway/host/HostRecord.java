package io.eventjobs.gateway.host;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all gateways know of one host. A value: {@link HostLimits} makes the next one, which is stored if nobody was
 * faster.
 *
 * @param version grows by one with every stored change, the condition of the next; 0 of a host that is not stored
 * @param permits of the dispatches that are at the host
 * @param closedUntil as the host asked for; null if it never did
 * @param nextStart when the next dispatch is due by the host's rate; null where there is none
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
