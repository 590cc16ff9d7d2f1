package io.eventjobs.transcript;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Consumer;

/**
 * What it costs to read a long text, as a multiple of what an ordinary text of the same length would cost in linear time: as many times
 * the cost of a short one as it is longer. Both are processor time of the same run, the least of some attempts, so that neither a slow
 * or busy machine nor code that was never run before matters.
 */
final class ReadingCost {
    /** More than any text costs that is read in linear time, and far less than one that is read in quadratic time. */
    static final double MAX_ORDINARY_TEXTS = 20;

    private static final int LENGTH = 320_000;
    private static final int PARTS = 16;
    private static final int ATTEMPTS = 3;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private ReadingCost() {}

    /** @param part repeated to a long text */
    static double inOrdinaryTexts(String part, String ordinaryPart, Consumer<String> reading) {
        long ordinary = PARTS * leastNanos(repeated(ordinaryPart, LENGTH / PARTS), reading, 0);
        long enough = (long) (ordinary * MAX_ORDINARY_TEXTS);
        return (double) leastNanos(repeated(part, LENGTH), reading, enough) / ordinary;
    }

    private static String repeated(String part, int length) {
        return part.repeat(length / part.length());
    }

    /** @param enough ends the attempts */
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
