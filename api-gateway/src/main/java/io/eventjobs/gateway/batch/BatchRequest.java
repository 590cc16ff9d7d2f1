package io.eventjobs.gateway.batch;

import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.model.job.Priority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The client's request for a batch.
 *
 * @param maxParallel maximum number of its jobs under way at once, null for no limit
 * @param event the conference if all its jobs belong to one, else null
 * @param idempotency mark of the POST that created it; also present without a client's key, so that a retry finds a half-created batch
 */
public record BatchRequest(
        String name,
        int jobCount,
        @Nullable Integer maxParallel,
        Priority priority,
        @Nullable String event,
        Instant createdAt,
        @Nullable IdempotencyMark idempotency) {}
