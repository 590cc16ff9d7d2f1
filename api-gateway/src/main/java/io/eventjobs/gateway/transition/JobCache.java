package io.eventjobs.gateway.transition;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.JobId;
import java.util.Optional;

/** The jobs as this gateway last saw them: a stale record only costs a refused update. Thread-safe. */
public interface JobCache {
    /** The record as last seen, if it is cached. */
    Optional<JobRecord> cached(JobId id);

    /** Takes in a record as it was stored or read. */
    void update(JobRecord job);

    /** Drops the cached record of a job, because it turned out to be stale. */
    void evict(JobId id);
}
