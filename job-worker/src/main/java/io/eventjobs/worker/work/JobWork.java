package io.eventjobs.worker.work;

import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;

/**
 * The work of one job type. Called on a platform thread of a slot, so that computing never keeps heartbeats or fetches of
 * others waiting, and only after the execution was granted. Everything it stores goes below {@link Execution#prefix()}; the
 * manifest is written by the caller, last. Interrupting the thread ends it promptly with {@link InterruptedException}; work
 * that goes on for 1.5 seconds is abandoned.
 */
public interface JobWork {
    JobType type();

    /** Does the work. Everything it returns is already stored. */
    JobResults perform(Execution execution) throws JobFailedException, InterruptedException;
}
