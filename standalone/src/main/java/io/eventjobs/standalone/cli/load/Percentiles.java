package io.eventjobs.standalone.cli.load;

import java.util.List;

/** Percentiles of latencies in milliseconds, exact to 0.1 ms. */
public record Percentiles(double p50, double p95, double p99, double max) {
    public static Percentiles ofMillis(List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.isEmpty()
                ? new Percentiles(0, 0, 0, 0)
                : new Percentiles(at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(List<Double> sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return Math.round(sorted.get(Math.max(0, rank - 1)) * 10) / 10.0;
    }

    public String text() {
        return "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms".formatted(p50, p95, p99, max);
    }
}
