package io.eventjobs.standalone.cli.load;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reading of the gateway's metrics. They are of its process: with {@code event-jobs up} that is everything, else the gateway alone.
 *
 * @param cpuSeconds processor time since the process started
 * @param allocatedBytes allocated on the heap since the process started: what collections have counted, and what the young
 *     generation holds since the last one
 * @param finishedJobs ends of jobs that this gateway has published
 */
record ServerMetrics(
        Optional<Double> cpuSeconds,
        Optional<Double> allocatedBytes,
        Optional<Double> uptimeSeconds,
        Optional<Double> finishedJobs) {
    private static final Pattern SAMPLE =
            Pattern.compile("^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? ([0-9.eE+-]+)(?: \\d+)?$", Pattern.MULTILINE);
    private static final Pattern EDEN = Pattern.compile("(?:^|,)id=\"[^\"]*Eden Space\"");
    private static final Pattern END = Pattern.compile("(?:^|,)type=\"job\\.(?:completed|failed|cancelled)\"");
    private static final Pattern ANY = Pattern.compile("");

    /** Reads the text format of Prometheus. */
    static ServerMetrics of(String text) {
        Optional<Double> collected = sum(text, "jvm_gc_memory_allocated_bytes_total", ANY);
        // Without an eden (ZGC, Shenandoah) only what collections have counted is known, which may be off by a heap.
        Optional<Double> young = sum(text, "jvm_memory_used_bytes", EDEN);
        return new ServerMetrics(
                sum(text, "process_cpu_time_ns_total", ANY).map(nanos -> nanos / 1e9),
                collected.flatMap(bytes -> young.map(eden -> bytes + eden)),
                sum(text, "process_uptime_seconds", ANY),
                sum(text, "event_jobs_events_total", END));
    }

    private static Optional<Double> sum(String text, String name, Pattern labels) {
        Optional<Double> sum = Optional.empty();
        Matcher sample = SAMPLE.matcher(text);
        while (sample.find()) {
            String tags = sample.group(2) == null ? "" : sample.group(2);
            if (sample.group(1).equals(name) && labels.matcher(tags).find()) {
                sum = Optional.of(sum.orElse(0.0) + Double.parseDouble(sample.group(3)));
            }
        }
        return sum;
    }
}
