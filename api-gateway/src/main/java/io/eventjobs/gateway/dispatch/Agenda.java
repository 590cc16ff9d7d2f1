package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.transition.JobCache;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The unfinished jobs of the partitions that this gateway owns. Fed with every stored record, the newest version wins.
 * Thread-safe.
 *
 * <p>It keeps the whole record of a job that is under way, and of the first waiting ones, so that the next transition need
 * not read it again; a stale one only costs a refused update.
 */
public final class Agenda implements JobCache {
    private static final int MAX_KEPT_RECORDS = 5_000;

    private final OwnedPartitions partitions;
    private final Ticker ticker;
    private final Signal dispatchable;
    private final Map<JobId, AgendaEntry> entries = new HashMap<>();
    private final Map<JobId, JobRecord> records = new HashMap<>();
    private final Map<JobStatus, Integer> sizes = new EnumMap<>(JobStatus.class);
    private final ReadyJobs ready = new ReadyJobs();
    private final PriorityQueue<AgendaEntry> later = new PriorityQueue<>(
            Comparator.comparing(entry -> Optional.ofNullable(entry.notBefore()).orElse(Instant.MIN)));

    /** @param dispatchable raised when a job may have become ready or room for one may have come up */
    public Agenda(OwnedPartitions partitions, Ticker ticker, Signal dispatchable) {
        this.partitions = partitions;
        this.ticker = ticker;
        this.dispatchable = dispatchable;
    }

    /** This gateway looks after the jobs of these partitions from now on. */
    public synchronized void own(Set<Integer> assigned) {
        partitions.add(assigned);
    }

    /** Another gateway looks after them. */
    public synchronized void disown(Set<Integer> revoked) {
        partitions.remove(revoked);
        for (AgendaEntry entry : List.copyOf(entries.values())) {
            if (!owns(entry.id())) {
                drop(entry);
            }
        }
    }

    public Set<Integer> owned() {
        return partitions.all();
    }

    public boolean owns(JobId id) {
        return partitions.owns(id);
    }

    /** Whether duties that hang on this key, not on one job, are this gateway's. */
    public boolean owns(BatchKey key) {
        return partitions.owns(key);
    }

    /** Whether this dispatch of the job is known here. */
    public synchronized boolean knows(JobRecord job) {
        AgendaEntry entry = entries.get(job.id());
        return entry != null && entry.token() == job.token() && entry.status() == job.status();
    }

    /** Ignored if the job is of another gateway or the record older than what is known. */
    @Override
    public synchronized void note(JobRecord job) {
        if (!owns(job.id())) {
            return;
        }
        AgendaEntry known = entries.get(job.id());
        if (known != null && known.version() > job.version()) {
            return;
        }
        boolean sameDispatch = known != null && known.status() == job.status() && known.token() == job.token();
        if (known != null) {
            drop(known);
        }
        if (!job.status().isTerminal()) {
            AgendaEntry entry = AgendaEntry.of(job, ticker.nanos());
            put(sameDispatch && known != null ? entry.heard(known.heardNanos()) : entry);
            keep(job);
        }
        if (job.status() == JobStatus.PENDING || job.status().isTerminal()) {
            dispatchable.raise();
        }
    }

    /** Its execution gave a sign of life. */
    public synchronized void heard(JobId id) {
        AgendaEntry entry = entries.get(id);
        if (entry != null && entry.status() == JobStatus.PROCESSING) {
            entries.put(id, entry.heard(ticker.nanos()));
        }
    }

    @Override
    public synchronized Optional<JobRecord> record(JobId id) {
        return Optional.ofNullable(records.get(id));
    }

    @Override
    public synchronized void forgetRecord(JobId id) {
        records.remove(id);
    }

    /** Takes the next jobs to be dispatched, in order, at most {@code max}, as far as the gate lets them go. */
    public synchronized List<AgendaEntry> takeReady(int max, Instant now, LaneGate gate) {
        while (isDue(later.peek(), now)) {
            ready.add(later.remove());
        }
        return ready.take(max, gate);
    }

    /** Puts back what was taken and could not be dispatched now; ignored if the job has moved on. */
    public synchronized void putBack(AgendaEntry entry) {
        if (entry.equals(entries.get(entry.id()))) {
            ready.add(entry);
        }
    }

    /** When the first job that waits for a time is due. */
    public synchronized Optional<Instant> nextDue() {
        AgendaEntry next = later.peek();
        return Optional.ofNullable(next == null ? null : next.notBefore());
    }

    /** Jobs in this state of which nothing was heard for so long. */
    public synchronized List<AgendaEntry> silent(JobStatus status, long nanos) {
        long now = ticker.nanos();
        return entries.values().stream()
                .filter(entry -> entry.status() == status && now - entry.heardNanos() >= nanos)
                .toList();
    }

    /** Jobs of a batch in this state. */
    public synchronized List<AgendaEntry> ofBatch(BatchKey batch, JobStatus status) {
        return entries.values().stream()
                .filter(entry ->
                        entry.status() == status && batch.equals(entry.place().batch()))
                .toList();
    }

    public synchronized int count(JobStatus status) {
        return sizes.getOrDefault(status, 0);
    }

    public int partitionOf(JobId id) {
        return partitions.partitionOf(id);
    }

    private void put(AgendaEntry entry) {
        entries.put(entry.id(), entry);
        sizes.merge(entry.status(), 1, Integer::sum);
        if (entry.status() == JobStatus.PENDING) {
            if (entry.notBefore() == null) {
                ready.add(entry);
            } else {
                later.add(entry);
            }
        }
    }

    private void drop(AgendaEntry entry) {
        entries.remove(entry.id());
        records.remove(entry.id());
        sizes.merge(entry.status(), -1, Integer::sum);
        ready.remove(entry);
        if (entry.notBefore() != null) {
            later.remove(entry);
        }
    }

    private void keep(JobRecord job) {
        if (job.status() != JobStatus.PENDING || records.size() < MAX_KEPT_RECORDS) {
            records.put(job.id(), job);
        }
    }

    private static boolean isDue(@Nullable AgendaEntry entry, Instant now) {
        return entry != null && (entry.notBefore() == null || !entry.notBefore().isAfter(now));
    }
}
