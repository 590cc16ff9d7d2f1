package io.eventjobs.gateway.transition;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.outbox.OutboxRelay;
import io.eventjobs.gateway.transition.ConditionalUpdate.Attempt;
import io.eventjobs.model.job.JobId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Changes jobs by optimistic locking: reads a record, applies a pure decision, stores the result if the version is unchanged (otherwise
 * starts again from the stored record), then updates cache, outbox and counts. Thread-safe.
 */
public final class JobTransitions {
    private final JobRecords records;
    private final JobCache cache;
    private final OutboxRelay outbox;
    private final BatchRecounts recounts;
    private final List<DispatchListener> listeners;
    private final ConditionalUpdate update;

    /** @param listeners notified of the end of each dispatch */
    JobTransitions(
            JobRecords records,
            JobCache cache,
            OutboxRelay outbox,
            BatchRecounts recounts,
            List<DispatchListener> listeners,
            ConditionalUpdate update) {
        this.records = records;
        this.cache = cache;
        this.outbox = outbox;
        this.recounts = recounts;
        this.listeners = List.copyOf(listeners);
        this.update = update;
    }

    /** The cached record, else the stored one. */
    public Optional<JobRecord> cached(JobId id) {
        return cache.cached(id).or(() -> records.find(id));
    }

    /** The stored record. */
    public Optional<JobRecord> load(JobId id) {
        return records.find(id);
    }

    /**
     * Applies a decision to the job.
     *
     * @param decision pure; the next record, or empty if it does not apply; may be called several times
     * @return the stored record; empty if the decision does not apply to it, or if there is no such job
     */
    public Optional<JobRecord> change(JobId id, Function<JobRecord, Optional<JobRecord>> decision) {
        Optional<JobRecord> cached = cache.cached(id);
        if (cached.isPresent()) {
            Optional<JobRecord> stored = attempt(cached.get(), decision);
            if (stored.isPresent()) {
                return stored;
            }
            cache.evict(id);
        }
        return update.run(id, () -> attemptAsStored(id, decision));
    }

    private Attempt<Optional<JobRecord>> attemptAsStored(JobId id, Function<JobRecord, Optional<JobRecord>> decision) {
        Optional<JobRecord> read = records.find(id);
        if (read.isEmpty()) {
            return Attempt.done(Optional.empty());
        }
        Optional<JobRecord> next = decision.apply(read.get());
        if (next.isEmpty()) {
            cache.update(read.get());
            return Attempt.done(Optional.empty());
        }
        Optional<JobRecord> stored = store(read.get(), next.get());
        return stored.isPresent() ? Attempt.done(stored) : Attempt.lost();
    }

    /** Takes in a record that was read or stored elsewhere: updates cache and counts, and publishes its unpublished events. */
    public void observe(JobRecord job) {
        cache.update(job);
        outbox.offer(job);
        if (job.batchTouched()) {
            job.request()
                    .batchKey()
                    .ifPresent(batch -> recounts.touched(batch, job.id(), job.version(), !cache.hasOpenJobs(batch)));
        }
    }

    private Optional<JobRecord> attempt(JobRecord from, Function<JobRecord, Optional<JobRecord>> decision) {
        return decision.apply(from).flatMap(next -> store(from, next));
    }

    private Optional<JobRecord> store(JobRecord before, JobRecord after) {
        Optional<JobRecord> stored = records.store(before, after);
        stored.ifPresent(this::observe);
        stored.filter(job -> before.isUnderWay() && !(job.isUnderWay() && job.token() == before.token()))
                .ifPresent(job -> listeners.forEach(listener -> listener.ended(before)));
        return stored;
    }
}
