package io.eventjobs.gateway.batchaction;

import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.JobScope;
import io.eventjobs.gateway.jobaction.JobActionService;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.model.job.JobStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Restarts many finished jobs. Jobs that fail again meanwhile are not restarted twice. */
@Service
public class BulkRestart {
    private static final int JOBS_AT_ONCE = 500;

    private final JobRecords records;
    private final JobActionService jobActions;
    private final BulkExecutor bulk;
    private final Clock clock;

    BulkRestart(JobRecords records, JobActionService jobActions, BulkExecutor bulk, Clock clock) {
        this.records = records;
        this.jobActions = jobActions;
        this.bulk = bulk;
        this.clock = clock;
    }

    /**
     * Restarts the matching jobs that are in one of the statuses now; returns their number.
     *
     * @param states terminal statuses
     */
    public int restart(JobScope scope, Set<JobStatus> states, @Nullable Boolean useCache) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int restarted = 0;
        int ofPage = 1;
        for (List<JobRecord> page = next(scope, states, now);
                !page.isEmpty() && ofPage > 0;
                page = next(scope, states, now)) {
            ofPage = bulk.count(page, job -> jobActions
                    .apply(job.id(), current -> JobActions.restarted(current, useCache, now), "Restarted")
                    .isPresent());
            restarted += ofPage;
        }
        return restarted;
    }

    private List<JobRecord> next(JobScope scope, Set<JobStatus> states, Instant now) {
        return records.unchangedSince(scope, states, now, JOBS_AT_ONCE);
    }

    /** The terminal statuses that a request's {@code only} selects. */
    static Set<JobStatus> states(@Nullable String only) {
        return "all".equals(only)
                ? Set.of(JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELLED)
                : Set.of(JobStatus.FAILED);
    }
}
