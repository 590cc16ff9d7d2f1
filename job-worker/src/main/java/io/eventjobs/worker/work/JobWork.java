package io.eventjobs.worker.work;

import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;

/**
 * The work of one job type. Called on the virtual thread of a slot, only after the execution was granted. Everything it
 * stores goes below {@link Execution#prefix()}; the manifest is written by the caller, last. Interrupting the thread ends
 * it promptly with {@link InterruptedException}.
 */
public interface JobWork {
    JobType type();

    /** Does the work. Everything it returns is already stored. */
    JobResults perform(Execution execution) throws JobFailedException, InterruptedException;
}
