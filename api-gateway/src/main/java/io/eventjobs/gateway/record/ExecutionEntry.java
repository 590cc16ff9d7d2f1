package io.eventjobs.gateway.record;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.WorkerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution in the history of a job.
 *
 * @param outcome {@code completed}, a failure code, an interruption reason, or {@code refused}; null while under way
 */
public record ExecutionEntry(
        ExecutionId execution,
        long token,
        WorkerId worker,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome) {

    ExecutionEntry ended(Instant now, String how) {
        return new ExecutionEntry(execution, token, worker, startedAt, now, how);
    }
}
