package io.eventjobs.gateway.transition;

import io.eventjobs.gateway.job.JobRecord;

/** Called for each dispatch that has ended, for whatever reason, once that is stored. Must not block. */
@FunctionalInterface
public interface DispatchListener {
    /** @param dispatched as it was before it ended */
    void ended(JobRecord dispatched);
}
