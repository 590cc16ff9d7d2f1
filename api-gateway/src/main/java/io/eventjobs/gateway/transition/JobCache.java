package io.eventjobs.gateway.transition;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import java.util.Optional;

/** A cache of job records; a stale one only costs a failed conditional update. Thread-safe. */
public interface JobCache {
    /** The cached record, if any. */
    Optional<JobRecord> cached(JobId id);

    /** Caches a record that was stored or read. */
    void update(JobRecord job);

    /** Drops a cached record that turned out to be stale. */
    void evict(JobId id);

    /** Whether any unfinished job of this batch is known here. */
    boolean hasOpenJobs(BatchKey batch);
}
