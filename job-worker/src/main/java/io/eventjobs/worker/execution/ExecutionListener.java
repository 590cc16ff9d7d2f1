package io.eventjobs.worker.execution;

import io.eventjobs.model.protocol.Report;

/** Is told what becomes of executions, at once and on any thread: to count it. Throws nothing. */
public interface ExecutionListener {
    /** A command has a slot, and its job is claimed. */
    void claimed();

    /** A gateway refused an execution or took it away. */
    void refused();

    /** An execution is over, and this was reported of its end. */
    void ended(Report.OfExecution report);
}
