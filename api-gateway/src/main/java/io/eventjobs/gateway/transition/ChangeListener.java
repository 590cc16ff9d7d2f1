package io.eventjobs.gateway.transition;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobRecord;

/**
 * Told after an HTTP call stored a job or a batch anew, so that dispatch need not wait for its recovery scan. Answers at
 * once, never throws, loses nothing if it fails: scans find the rest.
 */
public interface ChangeListener {
    /** This job is as it is stored now. */
    void jobChanged(JobRecord job);

    /** This batch was accepted or changed; any of its jobs may have been too. */
    void batchChanged(BatchRecord batch);
}
