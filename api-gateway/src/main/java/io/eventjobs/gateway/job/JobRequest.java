package io.eventjobs.gateway.job;

import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobParameters;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for.
 *
 * @param batch null for a job of its own
 * @param batchIndex place in the batch, from 0; 0 for a job of its own
 * @param name shown to people
 * @param idempotency the mark of the POST that made this job, null without one and for jobs of batches
 */
public record JobRequest(
        TenantId tenant,
        @Nullable BatchId batch,
        int batchIndex,
        String name,
        JobParameters parameters,
        Priority priority,
        Instant createdAt,
        @Nullable IdempotencyMark idempotency) {

    public Optional<BatchKey> batchKey() {
        return Optional.ofNullable(batch).map(id -> new BatchKey(tenant, id));
    }

    /** As {@link JobParameters#event}. */
    public @Nullable String event() {
        return parameters.event();
    }

    /** As {@link JobParameters#track}. */
    public @Nullable String track() {
        return parameters.track();
    }

    /** The host that is asked first, whose limits the job is under; null if none is. */
    public @Nullable String host() {
        return HostName.of(parameters.url());
    }

    JobRequest with(JobParameters next) {
        return new JobRequest(tenant, batch, batchIndex, name, next, priority, createdAt, idempotency);
    }
}
