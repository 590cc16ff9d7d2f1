package io.eventjobs.http;

import java.time.Duration;

/**
 * Limits on requests to one host.
 *
 * @param maxConcurrent concurrent requests
 * @param maxPerSecond requests per second; hosts that are allowed by name are exempt
 * @param maxWait how long a request waits for its permit before it fails with {@link FetchCode#HOST_BUSY}
 */
public record HostLimits(int maxConcurrent, int maxPerSecond, Duration maxWait) {
    public static final HostLimits DEFAULT = new HostLimits(4, 20, Duration.ofSeconds(30));
}
