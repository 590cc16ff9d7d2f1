package io.eventjobs.gateway.job;

import io.eventjobs.model.job.JobStatus;

/** A transition that {@link JobStatus#canBecome the state machine} does not allow: a bug in this program. Nothing was stored. */
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
