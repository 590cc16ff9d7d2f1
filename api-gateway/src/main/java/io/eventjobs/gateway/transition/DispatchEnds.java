package io.eventjobs.gateway.transition;

import io.eventjobs.gateway.job.JobRecord;

/** Told of each dispatch that is over, however it ended, as soon as that is stored. Must not block. */
@FunctionalInterface
public interface DispatchEnds {
    /** @param dispatched as it was before it ended */
    void over(JobRecord dispatched);
}
