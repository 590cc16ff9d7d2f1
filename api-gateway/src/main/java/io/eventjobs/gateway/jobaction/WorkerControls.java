package io.eventjobs.gateway.jobaction;

import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.WorkerId;

/** Tells workers to stop what they do. */
@FunctionalInterface
public interface WorkerControls {
    /** Whatever is done for the job under this token or an older one is to end. Answers at once, never throws. */
    void cancel(WorkerId worker, JobId job, long upToToken, String reason);
}
