package io.eventjobs.gateway.batch;

import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.model.job.Priority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for with a batch.
 *
 * @param maxParallel how many of its jobs may be under way at once, null for no limit of its own
 * @param event the conference when all its jobs are of one, else null
 * @param idempotency the mark of the POST that made it; also without a client's key, so that a retry finds a half-made batch
 */
public record BatchRequest(
        String name,
        int jobCount,
        @Nullable Integer maxParallel,
        Priority priority,
        @Nullable String event,
        Instant createdAt,
        @Nullable IdempotencyMark idempotency) {}
