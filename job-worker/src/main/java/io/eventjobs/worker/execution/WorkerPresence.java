package io.eventjobs.worker.execution;

import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Report;
import java.util.Set;

/** What the worker tells gateways about itself: its slots, its executions, and whether it takes commands. Thread-safe. */
public final class WorkerPresence {
    private static final String VERSION =
            String.valueOf(WorkerPresence.class.getPackage().getImplementationVersion());

    private final WorkerId workerId;
    private final Slots slots;
    private final Executions executions;
    private final Set<JobType> jobTypes;
    private volatile boolean isDraining;

    WorkerPresence(WorkerId workerId, Slots slots, Executions executions, Set<JobType> jobTypes) {
        this.workerId = workerId;
        this.slots = slots;
        this.executions = executions;
        this.jobTypes = jobTypes;
    }

    public Report.Presence report() {
        int ahead = slots.ahead();
        return new Report.Presence(
                workerId,
                VERSION,
                slots.capacity(),
                ahead == 0 ? null : ahead,
                executions.identities(),
                jobTypes,
                isDraining,
                isDraining ? null : true);
    }

    /** From now on the worker takes no more commands. */
    public void drain() {
        slots.close();
        isDraining = true;
    }
}
