package io.eventjobs.worker.execution;

import io.eventjobs.model.job.ExecutionId;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** The latest executions that were assigned to this worker, since a control may be read twice. Thread-safe. */
final class RecentAssignments {
    /** Many times what a worker can have at once, or reads in one poll. */
    private static final int KEPT = 10_000;

    private final SequencedSet<ExecutionId> latest = new LinkedHashSet<>();

    /** Returns false if it is known. */
    synchronized boolean add(ExecutionId execution) {
        boolean isNew = latest.add(execution);
        if (latest.size() > KEPT) {
            latest.removeFirst();
        }
        return isNew;
    }
}
