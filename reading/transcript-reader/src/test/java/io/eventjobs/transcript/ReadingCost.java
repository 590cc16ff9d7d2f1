package io.eventjobs.transcript;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Consumer;

/**
 * The cost of reading a long text, relative to linear time; that cost is extrapolated from a short text. Both are processor times of the
 * same run, each the minimum of several attempts, so that neither a slow or busy machine nor JIT compilation affects the result.
 */
final class ReadingCost {
    /** More than any linear reading costs, and far less than a quadratic one. */
    static final double MAX_ORDINARY_TEXTS = 20;

    private static final int LENGTH = 320_000;
    private static final int PARTS = 16;
    private static final int ATTEMPTS = 3;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private ReadingCost() {}

    /** @param part repeated to form a long text */
    static double inOrdinaryTexts(String part, String ordinaryPart, Consumer<String> reading) {
        long ordinary = PARTS * leastNanos(repeated(ordinaryPart, LENGTH / PARTS), reading, 0);
        long enough = (long) (ordinary * MAX_ORDINARY_TEXTS);
        return (double) leastNanos(repeated(part, LENGTH), reading, enough) / ordinary;
    }

    private static String repeated(String part, int length) {
        return part.repeat(length / part.length());
    }

    /** @param enough a cost that ends the attempts */
    private static long leastNanos(String text, Consumer<String> reading, long enough) {
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && least > enough; attempt++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            reading.accept(text);
            least = Math.min(least, CLOCK.getCurrentThreadCpuTime() - start);
        }
        return least;
    }
}
