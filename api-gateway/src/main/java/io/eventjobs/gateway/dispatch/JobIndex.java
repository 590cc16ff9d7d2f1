package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.transition.JobCache;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.WorkerId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The unfinished jobs in the partitions that this gateway owns. Updated with every stored record; the newest version wins. Thread-safe.
 *
 * <p>Keeps the complete records of jobs under way and of the first waiting ones, which saves a read before the next transition; a stale one
 * only costs a failed conditional update.
 */
public final class JobIndex implements JobCache {
    private static final int MAX_CACHED_RECORDS = 5_000;

    private final OwnedPartitions partitions;
    private final Ticker ticker;
    private final Signal dispatchable;
    private final Map<JobId, OpenJob> entries = new HashMap<>();
    private final Map<JobId, JobRecord> cached = new HashMap<>();
    private final Map<JobStatus, Set<JobId>> byStatus = new EnumMap<>(JobStatus.class);
    private final Map<BatchKey, Integer> openByBatch = new HashMap<>();
    private final Map<TenantId, Integer> underWay = new HashMap<>();
    private final Map<WorkerId, Set<JobId>> byWorker = new HashMap<>();
    private final ReadyQueue ready = new ReadyQueue();
    private final DelayedJobs delayed = new DelayedJobs();

    /** @param dispatchable raised when a job may have become ready or capacity may have become free */
    JobIndex(OwnedPartitions partitions, Ticker ticker, Signal dispatchable) {
        this.partitions = partitions;
        this.ticker = ticker;
        this.dispatchable = dispatchable;
    }

    /** This gateway now owns the jobs of these partitions. */
    public synchronized void assign(Set<Integer> assigned) {
        partitions.add(assigned);
    }

    /** Another gateway owns these partitions now. */
    public synchronized void revoke(Set<Integer> revoked) {
        partitions.remove(revoked);
        for (OpenJob entry : List.copyOf(entries.values())) {
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

    /** Whether this gateway owns tasks with this key. */
    public boolean owns(BatchKey key) {
        return partitions.owns(key);
    }

    /** Whether this dispatch of the job is in the index. */
    public synchronized boolean knows(JobRecord job) {
        OpenJob entry = entries.get(job.id());
        return entry != null && entry.token() == job.token() && entry.status() == job.status();
    }

    /** Ignored if another gateway owns the job, or if a newer record is known. */
    @Override
    public synchronized void update(JobRecord job) {
        if (!owns(job.id())) {
            return;
        }
        OpenJob known = entries.get(job.id());
        if (known != null && known.version() > job.version()) {
            return;
        }
        if (known != null) {
            drop(known);
        }
        if (!job.status().isTerminal()) {
            OpenJob entry = OpenJob.of(job, ticker.nanos());
            put(known == null ? entry : entry.after(known));
            cache(job);
        }
        if (job.status() == JobStatus.PENDING || job.status().isTerminal()) {
            dispatchable.raise();
        }
    }

    /** Records a report of the job's execution. */
    public synchronized void heartbeat(JobId id) {
        OpenJob entry = entries.get(id);
        if (entry != null && entry.status() == JobStatus.PROCESSING) {
            entries.put(id, entry.withHeartbeat(ticker.nanos()));
        }
    }

    @Override
    public synchronized Optional<JobRecord> cached(JobId id) {
        return Optional.ofNullable(cached.get(id));
    }

    @Override
    public synchronized void evict(JobId id) {
        cached.remove(id);
    }

    @Override
    public synchronized boolean hasOpenJobs(BatchKey batch) {
        return openByBatch.containsKey(batch);
    }

    /** Takes the next admitted jobs to be dispatched, in order, at most {@code max}. */
    public synchronized List<OpenJob> takeReady(int max, Instant now, Admission admission) {
        delayed.takeDue(now).forEach(ready::add);
        return ready.take(max, admission);
    }

    /** Puts back a job that was taken and could not be dispatched now; ignored if the job has changed. */
    public synchronized void putBack(OpenJob entry) {
        if (entry.equals(entries.get(entry.id()))) {
            ready.add(entry);
        }
    }

    /** The time when the first delayed job is due. */
    public synchronized Optional<Instant> nextDue() {
        return delayed.nextDue();
    }

    /** Jobs in this status without any sign of life for this long. */
    public synchronized List<OpenJob> silent(JobStatus status, long nanos) {
        long now = ticker.nanos();
        return in(status).stream()
                .map(id -> Objects.requireNonNull(entries.get(id)))
                .filter(entry -> now - entry.lastHeartbeatNanos() >= nanos)
                .toList();
    }

    /** Jobs of a batch in this status. */
    public synchronized List<OpenJob> ofBatch(BatchKey batch, JobStatus status) {
        return in(status).stream()
                .map(id -> Objects.requireNonNull(entries.get(id)))
                .filter(entry -> batch.equals(entry.place().batch()))
                .toList();
    }

    public synchronized int count(JobStatus status) {
        return in(status).size();
    }

    /** The number of a tenant's jobs that are dispatched or run. */
    public synchronized int underWay(TenantId tenant) {
        return underWay.getOrDefault(tenant, 0);
    }

    /** The number of jobs that this worker holds. */
    synchronized int heldBy(WorkerId worker) {
        return byWorker.getOrDefault(worker, Set.of()).size();
    }

    /** Jobs that this gateway assigned so long ago, and of whose executions it has heard nothing. */
    public synchronized List<OpenJob> assignedInSilence(long nanos) {
        return byWorker.keySet().stream()
                .flatMap(worker -> silent(worker, nanos))
                .filter(entry -> entry.holding().contact() == OpenJob.Contact.ASSIGNED)
                .toList();
    }

    /** Jobs that this worker was given so long ago, of whose executions this gateway has heard nothing. */
    public synchronized List<OpenJob> unheard(WorkerId worker, long nanos) {
        return silent(worker, nanos)
                .filter(entry -> entry.holding().contact() != OpenJob.Contact.HEARD)
                .toList();
    }

    private Stream<OpenJob> silent(WorkerId worker, long nanos) {
        long now = ticker.nanos();
        return byWorker.getOrDefault(worker, Set.of()).stream()
                .map(id -> Objects.requireNonNull(entries.get(id)))
                .filter(entry -> now - entry.lastHeartbeatNanos() >= nanos);
    }

    public int partitionOf(JobId id) {
        return partitions.partitionOf(id);
    }

    private void put(OpenJob entry) {
        entries.put(entry.id(), entry);
        if (entry.holding().worker() != null) {
            byWorker.computeIfAbsent(entry.holding().worker(), worker -> new HashSet<>())
                    .add(entry.id());
        }
        byStatus.computeIfAbsent(entry.status(), status -> new HashSet<>()).add(entry.id());
        if (entry.place().batch() != null) {
            openByBatch.merge(entry.place().batch(), 1, Integer::sum);
        }
        if (entry.status() == JobStatus.PENDING) {
            if (entry.notBefore() == null) {
                ready.add(entry);
            } else {
                delayed.add(entry);
            }
        } else {
            underWay.merge(entry.place().tenant(), 1, Integer::sum);
        }
    }

    private void drop(OpenJob entry) {
        entries.remove(entry.id());
        cached.remove(entry.id());
        in(entry.status()).remove(entry.id());
        if (entry.holding().worker() != null) {
            byWorker.computeIfPresent(
                    entry.holding().worker(),
                    (worker, held) -> held.remove(entry.id()) && held.isEmpty() ? null : held);
        }
        if (entry.place().batch() != null) {
            openByBatch.computeIfPresent(entry.place().batch(), (batch, open) -> open > 1 ? open - 1 : null);
        }
        if (entry.status() == JobStatus.PENDING) {
            ready.remove(entry);
            delayed.remove(entry);
        } else {
            underWay.computeIfPresent(entry.place().tenant(), (tenant, count) -> count == 1 ? null : count - 1);
        }
    }

    private void cache(JobRecord job) {
        if (job.status() != JobStatus.PENDING || cached.size() < MAX_CACHED_RECORDS) {
            cached.put(job.id(), job);
        }
    }

    private Set<JobId> in(JobStatus status) {
        return byStatus.getOrDefault(status, Set.of());
    }
}
