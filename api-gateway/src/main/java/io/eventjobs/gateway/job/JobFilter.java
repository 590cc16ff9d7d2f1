package io.eventjobs.gateway.job;

import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.TenantId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of jobs is narrowed to; null for any.
 *
 * @param statuses one of them; any if empty
 * @param batchId as given, well-formed or not
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
}
