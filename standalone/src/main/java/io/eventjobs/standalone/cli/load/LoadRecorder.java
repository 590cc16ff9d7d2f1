package io.eventjobs.standalone.cli.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records which jobs were accepted, and how long that took. Thread-safe. */
final class LoadRecorder {
    private final Set<String> jobs = new HashSet<>();
    private final Map<String, Integer> batches = new HashMap<>();
    private final List<Double> requestMillis = new ArrayList<>();
    private int accepted;
    private int refused;
    private @Nullable String refusal;
    private long startNanos;
    private long endNanos;

    synchronized void begin(long nanos) {
        startNanos = nanos;
    }

    synchronized void end(long nanos) {
        endNanos = nanos;
    }

    /** @param nanos since the request was due */
    synchronized void acceptedJob(String id, long nanos) {
        jobs.add(id);
        accepted++;
        requestMillis.add(nanos / 1e6);
    }

    /** @param nanos since the request was due */
    synchronized void acceptedBatch(String id, int size, long nanos) {
        batches.put(id, size);
        accepted += size;
        requestMillis.add(nanos / 1e6);
    }

    synchronized void refused(int size, String reason) {
        refused += size;
        refusal = refusal == null ? reason : refusal;
    }

    synchronized int accepted() {
        return accepted;
    }

    synchronized int refusals() {
        return refused;
    }

    /** Why the first refused request was refused; null if none was. */
    synchronized @Nullable String firstRefusal() {
        return refusal;
    }

    synchronized Outcome outcome(List<JobRow> rows) {
        return Outcome.of(jobs, batches, rows);
    }

    synchronized Accepting accepting(@Nullable ServerCost cost) {
        double seconds = (endNanos - startNanos) / 1e9;
        return new Accepting(
                Rounding.toHundredths(seconds),
                Rounding.toTenths(accepted / seconds),
                Percentiles.ofMillis(requestMillis),
                cost);
    }
}
