package io.eventjobs.worker.work;

import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;

/**
 * The work of one job type. Called on a slot's virtual thread, only after the execution was granted. Everything it stores is below {@link
 * Execution#prefix()}; the caller writes the manifest, last. An interrupt ends it promptly with {@link InterruptedException}.
 */
public interface JobWork {
    JobType type();

    /** Does the work. Returns only after all files of the result are stored. */
    JobResults perform(Execution execution) throws JobFailedException, InterruptedException;
}
