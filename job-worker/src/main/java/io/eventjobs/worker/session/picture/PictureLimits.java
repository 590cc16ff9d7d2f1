package io.eventjobs.worker.session.picture;

import java.time.Duration;

/**
 * Bounds of the pictures of one page.
 *
 * @param maxCount the first ones of the page; 0 to fetch none
 * @param maxBytes of one
 * @param maxTotalBytes of all
 * @param timeout for all
 */
public record PictureLimits(int maxCount, long maxBytes, long maxTotalBytes, Duration timeout) {
    private static final long MIB = 1L << 20;

    public static final PictureLimits DEFAULT = new PictureLimits(60, 10 * MIB, 60 * MIB, Duration.ofSeconds(90));
}
