package io.eventjobs.http;

import java.time.Duration;

/**
 * How politely a host is treated.
 *
 * @param parallel most requests at once to one host
 * @param perSecond most requests a second to one host; hosts that are allowed by name are exempt
 * @param patience how long a request waits for its turn
 */
public record HostLimits(int parallel, int perSecond, Duration patience) {
    public static final HostLimits DEFAULT = new HostLimits(4, 20, Duration.ofSeconds(30));
}
