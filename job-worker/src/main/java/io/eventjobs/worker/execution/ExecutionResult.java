package io.eventjobs.worker.execution;

import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.JobResults;

/** How the work of an execution ended, whatever else happened to the execution meanwhile. */
sealed interface ExecutionResult {
    /** All of it is stored, the manifest last. */
    record Completed(JobResults results) implements ExecutionResult {}

    /** The work failed, or was ended by an interrupt. */
    record Failed(Failure failure) implements ExecutionResult {}

    /** The execution was stopped before its work began. */
    record NotStarted() implements ExecutionResult {}
}
