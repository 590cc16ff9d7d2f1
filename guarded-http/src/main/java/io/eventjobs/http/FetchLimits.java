package io.eventjobs.http;

import java.time.Duration;

/**
 * Limits of one fetch, redirects and retries included.
 *
 * @param maxWireBytes size of one body as received
 * @param maxDecodedBytes size of one body after decompression
 * @param timeout from the first connect to the last byte
 * @param minBytesPerSecond minimum rate, decompressed, averaged over ten seconds
 * @param maxRedirects how many redirects are followed
 */
public record FetchLimits(
        long maxWireBytes, long maxDecodedBytes, Duration timeout, int minBytesPerSecond, int maxRedirects) {
    private static final long MIB = 1L << 20;

    /** These limits with at most this time. */
    public FetchLimits within(Duration time) {
        return time.compareTo(timeout) < 0
                ? new FetchLimits(maxWireBytes, maxDecodedBytes, time, minBytesPerSecond, maxRedirects)
                : this;
    }

    /** A web page: 10 MiB, 60 s. */
    public static FetchLimits page() {
        return new FetchLimits(10 * MIB, 10 * MIB, Duration.ofSeconds(60), 1_000, 5);
    }

    /** A file to download: 200 MiB, 5 min. */
    public static FetchLimits attachment() {
        return new FetchLimits(200 * MIB, 200 * MIB, Duration.ofMinutes(5), 10_000, 5);
    }

    /** A conference schedule: 32 MiB, 60 s. */
    public static FetchLimits schedule() {
        return new FetchLimits(32 * MIB, 32 * MIB, Duration.ofSeconds(60), 1_000, 5);
    }

    /** Subtitles: 10 MiB, 60 s. */
    public static FetchLimits subtitles() {
        return new FetchLimits(10 * MIB, 10 * MIB, Duration.ofSeconds(60), 1_000, 5);
    }
}
