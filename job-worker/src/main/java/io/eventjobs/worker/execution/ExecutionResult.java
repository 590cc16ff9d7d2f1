package io.eventjobs.worker.execution;

import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.JobResults;

/** How the work of an execution ended, regardless of anything else that happened to the execution. */
sealed interface ExecutionResult {
    /** All files are stored, the manifest last. */
    record Completed(JobResults results) implements ExecutionResult {}

    /** The work failed or was interrupted. */
    record Failed(Failure failure) implements ExecutionResult {}

    /** The execution was stopped before its work started. */
    record NotStarted() implements ExecutionResult {}
}
