package io.eventjobs.worker.session.picture;

import java.time.Duration;

/**
 * Bounds of the pictures of one page.
 *
 * @param max pictures, in the order of the page; 0 to fetch none
 * @param bytes of one
 * @param totalBytes of all
 * @param time for all
 */
public record PictureLimits(int max, long bytes, long totalBytes, Duration time) {
    private static final long MIB = 1L << 20;

    public static final PictureLimits DEFAULT = new PictureLimits(60, 10 * MIB, 60 * MIB, Duration.ofSeconds(90));
}
