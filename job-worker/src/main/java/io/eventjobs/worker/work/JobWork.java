package io.eventjobs.worker.work;

import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;

/**
 * The work of one job type. Called on a platform thread, so that computation never delays heartbeats or the fetches of other jobs, and
 * only after the execution was granted. Everything it stores is below {@link Execution#prefix()}; the caller writes the manifest, last.
 * An interrupt ends it promptly with {@link InterruptedException}; work that ignores it is abandoned after 1.5 seconds.
 */
public interface JobWork {
    JobType type();

    /** Does the work. Returns only after all files of the result are stored. */
    JobResults perform(Execution execution) throws JobFailedException, InterruptedException;
}
