package io.eventjobs.gateway.transition;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobRecord;

/**
 * Notified after an HTTP call stored a change of a job or batch, so that dispatch need not wait for a recovery scan. Must return at once
 * and not throw; a lost notification is made up for by the next scan.
 */
public interface ChangeListener {
    /** This is the stored record of a job. */
    void jobChanged(JobRecord job);

    /** This batch was accepted or changed, possibly with some of its jobs. */
    void batchChanged(BatchRecord batch);
}
