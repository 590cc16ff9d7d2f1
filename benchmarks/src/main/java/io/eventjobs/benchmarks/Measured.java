package io.eventjobs.benchmarks;

import io.eventjobs.model.job.ProgressStep;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cost of a scenario.
 *
 * @param processor processor time of all its sessions, including the programs that they ran
 * @param peaks peak heap usage in bytes, by step
 * @param grown growth of used heap in bytes over all sessions
 */
record Measured(
        Scenario scenario, Duration processor, Duration wall, Map<ProgressStep, Long> peaks, long grown, double calls) {
    private static final double MIB = 1 << 20;

    static String head() {
        return """
                | session | measured | sessions a second and core | processor time each | wall time each | calls of the store each | heap at most, MiB | heap in use grew by |
                | --- | --- | --- | --- | --- | --- | --- | --- |""";
    }

    String row() {
        double each = processor.toNanos() / 1e6 / scenario.sessions();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f ms | %.1f ms | %.1f | %s | %.1f MiB |",
                scenario.title(),
                scenario.sessions(),
                1_000 / each,
                each,
                wall.toNanos() / 1e6 / scenario.sessions(),
                calls,
                peaks.entrySet().stream()
                        .filter(peak -> peak.getKey() != ProgressStep.QUEUED)
                        .map(peak -> peak.getKey().word() + " " + Math.round(peak.getValue() / MIB))
                        .collect(Collectors.joining(", ")),
                grown / MIB);
    }
}
