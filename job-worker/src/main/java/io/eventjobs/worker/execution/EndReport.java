package io.eventjobs.worker.execution;

import io.eventjobs.model.job.Failure;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what is reported of an execution's end. */
final class EndReport {
    private EndReport() {}

    /**
     * A stop from outside takes precedence over the result of the work, except that completed work stays completed. Empty if nobody waits
     * for a report.
     *
     * @param cause why it was stopped from outside; null if the work ended by itself
     */
    static Optional<Report.OfExecution> of(
            ExecutionContext execution, ExecutionResult result, @Nullable StopCause cause) {
        if (cause instanceof StopCause.Refused) {
            return Optional.empty();
        }
        return switch (result) {
            case ExecutionResult.Completed completed ->
                Optional.of(new Report.Completed(
                        execution.identity(),
                        completed.results(),
                        execution.log().take(),
                        execution.effort()));
            case ExecutionResult.Failed failed ->
                cause == null ? Optional.of(failed(execution, failed.failure())) : stopped(execution, cause);
            case ExecutionResult.NotStarted notStarted -> stopped(execution, cause);
        };
    }

    private static Optional<Report.OfExecution> stopped(ExecutionContext execution, @Nullable StopCause cause) {
        return switch (cause) {
            case null -> Optional.empty();
            case StopCause.Refused refused -> Optional.empty();
            case StopCause.Drained drained -> Optional.of(interrupted(execution, InterruptionReason.DRAIN));
            case StopCause.NoSlot none -> Optional.of(interrupted(execution, InterruptionReason.NO_SLOT));
            case StopCause.LeaseUncertain uncertain ->
                Optional.of(interrupted(execution, InterruptionReason.LEASE_UNCERTAIN));
            case StopCause.OutOfTime late ->
                Optional.of(failed(
                        execution, Failure.of(late.code(), late.message()).at(execution.step())));
        };
    }

    private static Report.OfExecution interrupted(ExecutionContext execution, InterruptionReason reason) {
        return new Report.Interrupted(
                execution.identity(), reason, execution.log().take(), execution.effort());
    }

    private static Report.OfExecution failed(ExecutionContext execution, Failure failure) {
        return new Report.Failed(execution.identity(), failure, execution.log().take(), execution.effort());
    }
}
