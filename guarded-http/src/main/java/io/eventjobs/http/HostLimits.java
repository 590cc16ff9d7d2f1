package io.eventjobs.http;

import java.time.Duration;

/**
 * How politely a host is treated.
 *
 * @param maxConcurrent requests at once to one host
 * @param maxPerSecond requests a second to one host; hosts that are allowed by name are exempt
 * @param maxWait how long a request waits for its turn
 */
public record HostLimits(int maxConcurrent, int maxPerSecond, Duration maxWait) {
    public static final HostLimits DEFAULT = new HostLimits(4, 20, Duration.ofSeconds(30));
}
