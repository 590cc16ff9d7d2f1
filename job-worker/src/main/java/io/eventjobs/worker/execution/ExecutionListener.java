package io.eventjobs.worker.execution;

import io.eventjobs.model.protocol.Report;

/** Is notified of the outcome of executions, for metrics; called immediately and on any thread. Must not throw. */
public interface ExecutionListener {
    /** A command was given a slot, and its job was claimed. */
    void claimed();

    /** A gateway refused an execution or revoked it. */
    void refused();

    /** An execution has ended with this final report. */
    void ended(Report.OfExecution report);
}
