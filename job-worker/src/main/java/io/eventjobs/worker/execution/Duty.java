package io.eventjobs.worker.execution;

import io.eventjobs.model.protocol.Report;

/** What an execution has to do at a tick. */
sealed interface Duty {
    record None() implements Duty {}

    /** The claim is not answered yet, so it is sent again. */
    record ClaimAgain() implements Duty {}

    /** The execution must stop, unless it has left this phase. */
    record Stop(GrantState.Phase phase, StopCause cause) implements Duty {}

    record Heartbeat() implements Duty {}

    /** It was stopped, but its thread ignores the interrupt. */
    record Abandon(Thread stuck) implements Duty {
        /** Where the thread is, as the cause of a log line. */
        Throwable place() {
            Throwable place = new IllegalStateException("still at");
            place.setStackTrace(stuck.getStackTrace());
            return place;
        }
    }

    /** The end is not acknowledged yet, so it is reported again. */
    record ReportEnd(Report.OfExecution report) implements Duty {}

    /** The end can no longer be reported in time. */
    record GiveUp() implements Duty {}
}
