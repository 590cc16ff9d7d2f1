package io.eventjobs.worker.execution;

import io.eventjobs.model.protocol.Report;

/** What an execution has to do at some moment without being asked. */
sealed interface Duty {
    record None() implements Duty {}

    /** The claim has no answer yet. */
    record ClaimAgain() implements Duty {}

    /** To be stopped, if it is still in this phase. */
    record Stop(GrantState.Phase phase, StopCause cause) implements Duty {}

    record Heartbeat() implements Duty {}

    /** It was stopped, and its thread goes on regardless. */
    record Abandon(Thread stuck) implements Duty {}

    /** The end is not acknowledged yet. */
    record ReportEnd(Report.OfExecution report) implements Duty {}

    /** The end can no longer be reported in time. */
    record GiveUp() implements Duty {}
}
