package io.eventjobs.gateway.batch;

import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What a list of batches is narrowed to; null for any. A batch that is still being created is in no list.
 *
 * @param status not {@link BatchStatus#CREATING}
 */
public record BatchFilter(
        TenantId tenant,
        @Nullable BatchStatus status,
        @Nullable Boolean archived,
        @Nullable Boolean active,
        @Nullable String event) {}
