package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Report;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The workers that are present, according to their recent announcements. Thread-safe. */
public final class WorkerRegistry {
    /** A worker announces itself every two seconds; after five missed announcements it counts as gone. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** A worker that ends jobs says so many times a second; one that is lost must not be given jobs for longer. */
    private static final Duration REPORTS = Duration.ofSeconds(1);

    private final Ticker ticker;
    private final Signal dispatchable;
    private final Map<WorkerId, Seen> workers = new HashMap<>();
    private final Map<WorkerId, Long> reportNanos = new HashMap<>();

    WorkerRegistry(Ticker ticker, Signal dispatchable) {
        this.ticker = ticker;
        this.dispatchable = dispatchable;
    }

    public void update(Report.Presence presence) {
        boolean grown;
        synchronized (this) {
            Seen before = workers.put(presence.workerId(), new Seen(presence, ticker.nanos()));
            grown = before == null || before.presence.capacity() < presence.capacity();
        }
        if (grown) {
            dispatchable.raise();
        }
    }

    /** A report of one of its executions was read. */
    public synchronized void reported(WorkerId worker) {
        if (workers.containsKey(worker)) {
            reportNanos.put(worker, ticker.nanos());
        }
    }

    /** Whether it announced itself recently. */
    public boolean isPresent(WorkerId worker) {
        return present().stream().anyMatch(presence -> presence.workerId().equals(worker));
    }

    /** Present workers, including draining ones. */
    public synchronized List<Report.Presence> present() {
        long now = ticker.nanos();
        workers.values().removeIf(seen -> now - seen.atNanos > SILENCE.toNanos());
        reportNanos.keySet().retainAll(workers.keySet());
        return workers.values().stream().map(Seen::presence).toList();
    }

    /** The number of slots of workers that take jobs. */
    public int slots() {
        return present().stream()
                .filter(presence -> !presence.draining())
                .mapToInt(Report.Presence::slots)
                .sum();
    }

    /** The workers that jobs may be assigned to: they take assignments, and have just reported of other jobs. */
    synchronized List<Report.Presence> assignable() {
        long now = ticker.nanos();
        return present().stream()
                .filter(Report.Presence::takesAssignments)
                .filter(presence -> reportNanos.containsKey(presence.workerId())
                        && now - reportNanos.get(presence.workerId()) <= REPORTS.toNanos())
                .toList();
    }

    /** The number of jobs that workers have room for: in their slots and taken ahead of them. */
    int capacity() {
        return present().stream()
                .filter(presence -> !presence.draining())
                .mapToInt(Report.Presence::capacity)
                .sum();
    }

    /** Whether any worker can do jobs of this type. */
    public boolean canDo(JobType type) {
        return present().stream()
                .anyMatch(
                        presence -> !presence.draining() && presence.jobTypes().contains(type));
    }

    private record Seen(Report.Presence presence, long atNanos) {}
}
