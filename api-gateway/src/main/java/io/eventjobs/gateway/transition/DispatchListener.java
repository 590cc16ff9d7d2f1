package io.eventjobs.gateway.transition;

import io.eventjobs.gateway.job.JobRecord;

/** Called once the end of a dispatch is stored, for whatever reason it ended. Must not block. */
@FunctionalInterface
public interface DispatchListener {
    /** @param dispatched the job before the dispatch ended */
    void ended(JobRecord dispatched);
}
