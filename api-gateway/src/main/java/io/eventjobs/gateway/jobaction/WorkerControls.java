package io.eventjobs.gateway.jobaction;

import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.WorkerId;

/** Tells workers to stop executions. */
@FunctionalInterface
public interface WorkerControls {
    /** Stops all executions of the job with this token or an older one. Returns at once, never throws. */
    void cancel(WorkerId worker, JobId job, long upToToken, String reason);
}
