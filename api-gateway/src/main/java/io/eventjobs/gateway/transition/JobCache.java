package io.eventjobs.gateway.transition;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.JobId;
import java.util.Optional;

/** The jobs as this gateway last saw them: a stale record only costs a refused update. Thread-safe. */
public interface JobCache {
    /** The record as last noted, if it was kept. */
    Optional<JobRecord> record(JobId id);

    /** Takes note of a record as it was stored or read. */
    void note(JobRecord job);

    /** Forgets what was kept of a job, because it turned out to be stale. */
    void forgetRecord(JobId id);
}
