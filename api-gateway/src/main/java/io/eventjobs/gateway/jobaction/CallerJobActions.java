package io.eventjobs.gateway.jobaction;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Cancels, deletes and restarts jobs of a caller. Thread-safe. */
@Service
public class CallerJobActions {
    private final JobQueries queries;
    private final JobActionService jobActions;
    private final Clock clock;

    CallerJobActions(JobQueries queries, JobActionService jobActions, Clock clock) {
        this.queries = queries;
        this.jobActions = jobActions;
        this.clock = clock;
    }

    /**
     * Cancels an unfinished job; has no effect on a cancelled one.
     *
     * @throws ApiException {@code JOB_NOT_FOUND}, or {@code JOB_FINISHED} if it has completed or failed
     */
    public JobId cancel(Caller caller, String id) {
        JobRecord job = queries.job(caller, id);
        Instant now = now();
        Optional<JobRecord> cancelled =
                jobActions.apply(job.id(), current -> JobActions.cancelled(current, "Cancelled", now), "Cancelled");
        if (cancelled.isEmpty() && queries.job(caller, id).status() != JobStatus.CANCELLED) {
            throw new ApiException(ErrorCode.JOB_FINISHED, ErrorCode.JOB_FINISHED.meaning());
        }
        return job.id();
    }

    /** Deletes a job with its results. */
    public JobId delete(Caller caller, String id) {
        JobRecord job = queries.job(caller, id);
        Instant now = now();
        jobActions.apply(job.id(), current -> JobActions.deleted(current, now), "Deleted");
        return job.id();
    }

    /**
     * Restarts a finished job as a new run; has no effect on a waiting one.
     *
     * @param useCache null to keep the job's setting
     * @throws ApiException {@code JOB_NOT_FOUND}, or {@code JOB_RUNNING}
     */
    public JobId restart(Caller caller, String id, @Nullable Boolean useCache) {
        JobRecord job = queries.job(caller, id);
        Instant now = now();
        Optional<JobRecord> restarted =
                jobActions.apply(job.id(), current -> JobActions.restarted(current, useCache, now), "Restarted");
        if (restarted.isEmpty() && queries.job(caller, id).status() == JobStatus.PROCESSING) {
            throw new ApiException(ErrorCode.JOB_RUNNING, ErrorCode.JOB_RUNNING.meaning());
        }
        return job.id();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
