package io.eventjobs.gateway.job;

import io.eventjobs.model.job.JobStatus;

/** A step that {@link JobStatus#canBecome the table of states} does not allow: a fault of this program. Nothing was stored. */
public final class IllegalTransitionException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final JobStatus from;
    private final JobStatus to;

    IllegalTransitionException(JobStatus from, JobStatus to) {
        super("a " + from.word() + " job cannot become " + to.word());
        this.from = from;
        this.to = to;
    }

    public JobStatus from() {
        return from;
    }

    public JobStatus to() {
        return to;
    }
}
