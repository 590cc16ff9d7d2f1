package io.eventjobs.standalone.cli.load;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway's process spent between two readings of its metrics; null where they do not say it.
 *
 * @param busyCores processor time over the time between the readings
 * @param allocatedKibPerJob garbage, mostly
 */
record ServerCost(@Nullable Double cpuMillisPerJob, @Nullable Double busyCores, @Nullable Double allocatedKibPerJob) {
    static ServerCost between(ServerMetrics before, ServerMetrics after, int jobs) {
        if (jobs == 0) {
            return new ServerCost(null, null, null);
        }
        Optional<Double> cpu = difference(before.cpuSeconds(), after.cpuSeconds());
        Optional<Double> time = difference(before.uptimeSeconds(), after.uptimeSeconds());
        Optional<Double> bytes = difference(before.allocatedBytes(), after.allocatedBytes());
        return new ServerCost(
                cpu.map(seconds -> Rounding.toHundredths(seconds * 1000 / jobs)).orElse(null),
                cpu.flatMap(seconds -> time.map(all -> Rounding.toHundredths(seconds / all)))
                        .orElse(null),
                bytes.map(all -> Rounding.toTenths(all / 1024 / jobs)).orElse(null));
    }

    /** Empty if one is unknown, or if the process was started anew in between. */
    private static Optional<Double> difference(Optional<Double> before, Optional<Double> after) {
        return before.flatMap(from -> after.map(to -> to - from)).filter(value -> value > 0);
    }

    String text() {
        return "%s CPU a job, %s cores busy, %s allocated a job"
                .formatted(
                        known(cpuMillisPerJob, "%.2f ms"),
                        known(busyCores, "%.2f"),
                        known(allocatedKibPerJob, "%.0f KiB"));
    }

    private static String known(@Nullable Double value, String format) {
        return value == null ? "unknown" : format.formatted(value);
    }
}
