package io.eventjobs.gateway.job;

import io.eventjobs.model.job.Effort;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.WorkerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution in the history of a job.
 *
 * @param outcome {@code completed}, a failure code, an interruption reason, or {@code refused}; null while under way
 * @param effort what it took, null while under way and where nobody said
 */
public record ExecutionEntry(
        ExecutionId execution,
        long token,
        WorkerId worker,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        @Nullable Effort effort) {

    ExecutionEntry ended(Instant now, String outcome) {
        return new ExecutionEntry(execution, token, worker, startedAt, now, outcome, effort);
    }

    ExecutionEntry withEffort(Effort spent) {
        return new ExecutionEntry(execution, token, worker, startedAt, endedAt, outcome, spent);
    }
}
