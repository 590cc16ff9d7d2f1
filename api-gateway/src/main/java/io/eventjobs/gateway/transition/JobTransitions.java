package io.eventjobs.gateway.transition;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.outbox.OutboxRelay;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import java.util.Optional;
import java.util.function.Function;

/**
 * Changes jobs: reads, asks a pure decision, stores its answer if nobody was faster (else again from what is there now),
 * then tells cache, outbox and counts. Thread-safe.
 */
public final class JobTransitions {
    /** So often two gateways may be faster before something is wrong. */
    private static final int MAX_TRIES = 50;

    private final JobRecords records;
    private final JobCache cache;
    private final OutboxRelay outbox;
    private final BatchRecounts recounts;
    private final DispatchEnds ends;

    public JobTransitions(
            JobRecords records, JobCache cache, OutboxRelay outbox, BatchRecounts recounts, DispatchEnds ends) {
        this.records = records;
        this.cache = cache;
        this.outbox = outbox;
        this.recounts = recounts;
        this.ends = ends;
    }

    /** The job as it is known here, or as it is stored. */
    public Optional<JobRecord> current(JobId id) {
        return cache.record(id).or(() -> records.find(id));
    }

    /** The job as it is stored. */
    public Optional<JobRecord> stored(JobId id) {
        return records.find(id);
    }

    /**
     * Applies a decision to the job.
     *
     * @param decision pure; the next record, or empty if it does not apply; may be asked several times
     * @return the stored record, or empty if the decision does not apply to the job as it is stored, or there is no job
     */
    public Optional<JobRecord> change(JobId id, Function<JobRecord, Optional<JobRecord>> decision) {
        Optional<JobRecord> remembered = cache.record(id);
        if (remembered.isPresent()) {
            Optional<JobRecord> stored = attempt(remembered.get(), decision);
            if (stored.isPresent()) {
                return stored;
            }
            cache.forgetRecord(id);
        }
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Optional<JobRecord> read = records.find(id);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            Optional<JobRecord> next = decision.apply(read.get());
            if (next.isEmpty()) {
                cache.note(read.get());
                return Optional.empty();
            }
            Optional<JobRecord> stored = store(read.get(), next.get());
            if (stored.isPresent()) {
                return stored;
            }
        }
        throw new IllegalStateException("job " + id + " changed " + MAX_TRIES + " times while one change was tried");
    }

    /** Takes note of a record that somebody else stored, and publishes what is new in it. */
    public void noticed(JobRecord job) {
        cache.note(job);
        outbox.offer(job);
        if (job.batchTouched()) {
            job.asked().batchKey().ifPresent(batch -> recounts.touched(batch, job.id(), job.version()));
        }
    }

    private Optional<JobRecord> attempt(JobRecord from, Function<JobRecord, Optional<JobRecord>> decision) {
        return decision.apply(from).flatMap(next -> store(from, next));
    }

    private Optional<JobRecord> store(JobRecord before, JobRecord after) {
        Optional<JobRecord> stored = records.store(before, after);
        stored.ifPresent(this::noticed);
        stored.filter(job -> isUnderWay(before) && !(isUnderWay(job) && job.token() == before.token()))
                .ifPresent(job -> ends.over(before));
        return stored;
    }

    private static boolean isUnderWay(JobRecord job) {
        return job.status() == JobStatus.QUEUED || job.status() == JobStatus.PROCESSING;
    }
}
