package io.eventjobs.worker.execution;

import io.eventjobs.model.job.FailureCode;

/** Why an execution is ended from outside its work. */
sealed interface StopCause {
    /** The job is not this execution's: nothing more is reported of it. */
    record Refused(String reason) implements StopCause {}

    /** The worker is being stopped: the job is handed back. */
    record Drained() implements StopCause {}

    /** Reports are not acknowledged: another worker may have the job by now. */
    record LeaseUncertain() implements StopCause {}

    /** A step or the job took too long. */
    record OutOfTime(FailureCode code, String message) implements StopCause {}
}
