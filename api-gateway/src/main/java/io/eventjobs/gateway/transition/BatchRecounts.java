package io.eventjobs.gateway.transition;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.outbox.OutboxSettler;
import io.eventjobs.gateway.transition.ConditionalUpdate.Attempt;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.StateCounts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recounts the jobs of batches after changes; counts are never incremented, so errors do not persist. A count is stored only if no other
 * count was stored since the batch was read; a job's mark is cleared only by a count that started after the job's transition. Changes
 * within a second share a count, unless the batch may have finished: then it is counted at once. All other counts together take a bounded
 * share of the time, in the order in which they became due. Thread-safe.
 */
public final class BatchRecounts implements BackgroundTask {
    private static final Duration PERIOD = Duration.ofMillis(50);
    /** Between two counts of a batch that may have finished. */
    private static final Duration MIN_GAP = Duration.ofMillis(150);
    /** Between two counts of a batch with open jobs. */
    private static final Duration GAP = Duration.ofSeconds(1);

    private static final int COSTS_AT_MOST_ONE_IN = 10;

    private final JobRecords jobs;
    private final BatchRecords records;
    private final BatchTransitions batches;
    private final OutboxSettler settler;
    private final ConditionalUpdate update;
    private final Clock clock;
    private final Ticker ticker;
    private final Map<BatchKey, Map<JobId, Long>> touched = new LinkedHashMap<>();
    private final Set<BatchKey> urgent = new HashSet<>();
    private final Map<BatchKey, Counted> counted = new HashMap<>();
    private long restsUntilNanos;

    BatchRecounts(
            JobRecords jobs,
            BatchRecords records,
            BatchTransitions batches,
            OutboxSettler settler,
            ConditionalUpdate update,
            Clock clock,
            Ticker ticker) {
        this.jobs = jobs;
        this.records = records;
        this.batches = batches;
        this.settler = settler;
        this.update = update;
        this.clock = clock;
        this.ticker = ticker;
        this.restsUntilNanos = ticker.nanos();
    }

    /**
     * The counts do not include this version of the job yet.
     *
     * @param last whether no other unfinished job of the batch is known, so that a count is urgent
     */
    public synchronized void touched(BatchKey batch, JobId job, long version, boolean last) {
        if (last) {
            urgent.add(batch);
        }
        touched.computeIfAbsent(batch, fresh -> new HashMap<>()).merge(job, version, Math::max);
    }

    /** The counts may be wrong for some other reason. */
    public synchronized void touched(BatchKey batch) {
        touched.computeIfAbsent(batch, fresh -> new HashMap<>());
    }

    @Override
    public Duration run() {
        for (BatchKey batch : due()) {
            now(batch);
        }
        return PERIOD;
    }

    /** Counts this batch at once; returns the stored record, or empty if there is no such batch. */
    public Optional<BatchRecord> now(BatchKey key) {
        long start = ticker.nanos();
        Map<JobId, Long> marks = take(key);
        try {
            Optional<BatchRecord> counted = update.run(key, () -> count(key));
            marks.forEach(settler::counted);
            counted.ifPresent(batches::observe);
            return counted;
        } catch (RuntimeException e) {
            touched(key);
            marks.forEach((job, version) -> touched(key, job, version, true));
            throw e;
        } finally {
            rest(key, ticker.nanos() - start);
        }
    }

    /**
     * A job of the batch is restarted. A finished batch is recounted at once, before the job is dispatched; otherwise a short job could
     * finish before the next count, and no event would tell that the batch was open again.
     */
    public void reopened(BatchKey key) {
        if (records.find(key).filter(batch -> batch.status().isTerminal()).isPresent()) {
            now(key);
        }
    }

    private Attempt<Optional<BatchRecord>> count(BatchKey key) {
        Optional<BatchRecord> before = records.find(key);
        if (before.isEmpty()) {
            return Attempt.done(before);
        }
        StateCounts counts = jobs.countStates(key);
        BatchRecord after = BatchLifecycle.counted(before.get(), counts, clock.instant());
        Optional<BatchRecord> stored = records.storeCount(before.get(), after);
        return stored.isPresent() ? Attempt.done(stored) : Attempt.lost();
    }

    /** The batches that may have finished, and of all others the one that has waited longest. */
    private synchronized List<BatchKey> due() {
        long now = ticker.nanos();
        List<BatchKey> due = new ArrayList<>();
        boolean rests = now - restsUntilNanos < 0;
        for (BatchKey batch : touched.keySet()) {
            Counted last = counted.get(batch);
            boolean open = !urgent.contains(batch);
            if ((last == null || last.isOver(now, open)) && (!open || !rests)) {
                due.add(batch);
                rests |= open;
            }
        }
        return due;
    }

    private synchronized Map<JobId, Long> take(BatchKey key) {
        urgent.remove(key);
        Map<JobId, Long> marks = touched.remove(key);
        return marks == null ? Map.of() : marks;
    }

    private synchronized void rest(BatchKey key, long costNanos) {
        long now = ticker.nanos();
        long rest = costNanos * COSTS_AT_MOST_ONE_IN;
        counted.values().removeIf(last -> last.isOver(now, true));
        counted.put(key, new Counted(now + Math.max(MIN_GAP.toNanos(), rest), now + Math.max(GAP.toNanos(), rest)));
        restsUntilNanos = now + rest;
    }

    /**
     * When a batch may be counted again.
     *
     * @param urgentNanos if it may have finished
     * @param normalNanos otherwise
     */
    private record Counted(long urgentNanos, long normalNanos) {
        boolean isOver(long now, boolean open) {
            return now - (open ? normalNanos : urgentNanos) >= 0;
        }
    }
}
