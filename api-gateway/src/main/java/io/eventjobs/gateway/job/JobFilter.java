package io.eventjobs.gateway.job;

import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.TenantId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Filter of a list of jobs; null matches any.
 *
 * @param statuses accepted statuses; any if empty
 * @param batchId as given, possibly malformed
 * @param text part of the name, case-insensitive
 */
public record JobFilter(
        TenantId tenant,
        Set<JobStatus> statuses,
        @Nullable String batchId,
        @Nullable String event,
        @Nullable String track,
        @Nullable String text,
        @Nullable Instant createdAfter) {
    public JobFilter {
        statuses = Set.copyOf(statuses);
    }

    /** The same for another tenant. */
    public JobFilter of(TenantId owner) {
        return new JobFilter(owner, statuses, batchId, event, track, text, createdAfter);
    }
}
