package io.eventjobs.gateway.job;

import io.eventjobs.model.job.Effort;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Report;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An execution in the history of a job.
 *
 * @param outcome how it ended, null while it is under way
 * @param effort resources used, null while it is under way or if not reported
 */
public record ExecutionEntry(
        ExecutionId execution,
        long token,
        WorkerId worker,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable ExecutionOutcome outcome,
        @Nullable Effort effort) {

    static ExecutionEntry started(Report.Execution of, Instant now) {
        return new ExecutionEntry(of.execution(), of.token(), of.workerId(), now, null, null, null);
    }

    /** Whether it reported completion, whether or not its results became the job's. */
    boolean hasFinished() {
        return switch (outcome) {
            case ExecutionOutcome.Completed completed -> true;
            case ExecutionOutcome.Refused refused -> true;
            case ExecutionOutcome.Failed failed -> false;
            case ExecutionOutcome.Interrupted interrupted -> false;
            case null -> false;
        };
    }

    ExecutionEntry ended(Instant now, ExecutionOutcome how) {
        return new ExecutionEntry(execution, token, worker, startedAt, now, how, effort);
    }

    ExecutionEntry withEffort(Effort spent) {
        return new ExecutionEntry(execution, token, worker, startedAt, endedAt, outcome, spent);
    }
}
