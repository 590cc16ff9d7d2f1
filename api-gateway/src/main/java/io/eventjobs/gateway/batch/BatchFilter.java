package io.eventjobs.gateway.batch;

import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Filter of a list of batches; null matches any. Batches that are still being created are never listed.
 *
 * @param status not {@link BatchStatus#CREATING}
 */
public record BatchFilter(
        TenantId tenant,
        @Nullable BatchStatus status,
        @Nullable Boolean archived,
        @Nullable Boolean active,
        @Nullable String event) {
    /** The same for another tenant. */
    public BatchFilter of(TenantId owner) {
        return new BatchFilter(owner, status, archived, active, event);
    }
}
