package io.eventjobs.worker.execution;

import io.eventjobs.model.job.FailureCode;

/** Why an execution is stopped from outside its work. */
sealed interface StopCause {
    /** The job does not belong to this execution; nothing more is reported about it. */
    record Refused(String reason) implements StopCause {}

    /** The worker is stopping; the job is handed back. */
    record Drained() implements StopCause {}

    /** No slot became free soon enough for the job, which was taken ahead; it is handed back. */
    record NoSlot() implements StopCause {}

    /** Reports are not acknowledged, so another worker may have been given the job. */
    record LeaseUncertain() implements StopCause {}

    /** A step or the job exceeded its time limit. */
    record OutOfTime(FailureCode code, String message) implements StopCause {}
}
