package io.eventjobs.standalone.cli.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Records which jobs were accepted, and how long that took. Thread-safe. */
final class LoadRecorder {
    private final Set<String> accepted;
    private final List<Long> acceptNanos;
    private int refused;
    private long startNanos;
    private long endNanos;

    LoadRecorder(int jobs) {
        this.accepted = new HashSet<>(jobs * 2);
        this.acceptNanos = new ArrayList<>(jobs);
    }

    synchronized void begin(long nanos) {
        startNanos = nanos;
    }

    synchronized void end(long nanos) {
        endNanos = nanos;
    }

    /** @param nanos since the scheduled time of the job */
    synchronized void accepted(String id, long nanos) {
        accepted.add(id);
        acceptNanos.add(nanos);
    }

    synchronized void refused() {
        refused++;
    }

    synchronized int refusals() {
        return refused;
    }

    synchronized Set<String> ids() {
        return Set.copyOf(accepted);
    }

    synchronized double seconds() {
        return (endNanos - startNanos) / 1e9;
    }

    synchronized Percentiles acceptLatency() {
        return Percentiles.ofMillis(
                acceptNanos.stream().map(nanos -> nanos / 1e6).toList());
    }
}
