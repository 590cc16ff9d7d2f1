package io.eventjobs.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rates of Event Jobs and of its peers, measured in one run, and what is to be read from them.
 *
 * @param ratios how many times as fast Event Jobs drained warm; below 1 the peer was faster
 */
record Comparison(List<Row> rows, List<Ratio> ratios) {
    /**
     * @param cpuMillisPerJob of the warm drain, of all processes that took part
     * @param doubled executions beyond one for each job, in both drains
     */
    record Row(
            String name,
            boolean ours,
            double coldPerSecond,
            double warmPerSecond,
            double cpuMillisPerJob,
            long doubled) {}

    record Ratio(String ours, String peer, double cold, double warm) {}

    static Comparison of(List<Row> rows) {
        List<Ratio> ratios = new ArrayList<>();
        for (Row ours : rows) {
            for (Row peer : rows) {
                if (ours.ours() && !peer.ours()) {
                    ratios.add(new Ratio(
                            ours.name(),
                            peer.name(),
                            rounded(ours.coldPerSecond() / peer.coldPerSecond()),
                            rounded(ours.warmPerSecond() / peer.warmPerSecond())));
                }
            }
        }
        return new Comparison(List.copyOf(rows), List.copyOf(ratios));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("%-32s %10s %10s %12s %8s%n".formatted("drained", "cold/s", "warm/s", "CPU a job", "doubled"));
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-32s %10.1f %10.1f %9.2f ms %8d%n",
                    row.name(),
                    row.coldPerSecond(),
                    row.warmPerSecond(),
                    row.cpuMillisPerJob(),
                    row.doubled()));
        }
        for (Ratio ratio : ratios) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s is %.3f times as fast as %s warm, %.3f cold%n",
                    ratio.ours(),
                    ratio.warm(),
                    ratio.peer(),
                    ratio.cold()));
        }
        return text.toString().stripTrailing();
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
