package io.eventjobs.standalone.cli.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Percentiles of latencies in milliseconds, by nearest rank, rounded to 0.1 ms. */
record Percentiles(double p50, double p95, double p99, double max) {
    /** Null if there is nothing to measure. */
    static @Nullable Percentiles ofMillis(List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.isEmpty()
                ? null
                : new Percentiles(at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(List<Double> sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return Math.round(sorted.get(Math.max(0, rank - 1)) * 10) / 10.0;
    }

    String text() {
        return "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms".formatted(p50, p95, p99, max);
    }
}
