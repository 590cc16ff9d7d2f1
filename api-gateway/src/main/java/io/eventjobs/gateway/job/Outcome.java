package io.eventjobs.gateway.job;

import io.eventjobs.model.job.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results and history of a job so far.
 *
 * @param failure of the last execution that failed in this run, null if none did
 * @param winner execution whose results are served; kept until a new run completes
 * @param deadLetter of the last failure not caused by a person; removed when a new run completes
 * @param executions the last {@value #KEPT_EXECUTIONS}, oldest first
 */
public record Outcome(
        @Nullable Failure failure,
        @Nullable Winner winner,
        List<ExecutionEntry> executions,
        @Nullable DeadLetter deadLetter) {
    static final int KEPT_EXECUTIONS = 20;
    static final Outcome NONE = new Outcome(null, null, List.of(), null);

    public Outcome {
        int surplus = Math.max(0, executions.size() - KEPT_EXECUTIONS);
        executions = List.copyOf(executions.subList(surplus, executions.size()));
    }

    Outcome withFailure(@Nullable Failure next) {
        return new Outcome(next, winner, executions, deadLetter);
    }

    Outcome withWinner(Winner next) {
        return new Outcome(null, next, executions, null);
    }

    Outcome withExecutions(List<ExecutionEntry> next) {
        return new Outcome(failure, winner, next, deadLetter);
    }

    Outcome withDeadLetter(@Nullable DeadLetter next) {
        return new Outcome(failure, winner, executions, next);
    }
}
