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
 * The client's request for a job.
 *
 * @param batch null for a job without a batch
 * @param batchIndex index in the batch, from 0; 0 without a batch
 * @param name display name
 * @param idempotency mark of the POST that created this job; null without one, and for jobs of batches
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

    /** The first host that the job fetches from, whose limits apply to it; null if there is none. */
    public @Nullable String host() {
        return HostName.of(parameters.url());
    }

    JobRequest with(JobParameters next) {
        return new JobRequest(tenant, batch, batchIndex, name, next, priority, createdAt, idempotency);
    }
}
