package io.eventjobs.gateway.query;

import io.eventjobs.gateway.batch.BatchFilter;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.JobFilter;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.JobScope;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.BatchSearch;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.mongo.JobSearch;
import io.eventjobs.gateway.mongo.Position;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.Cursor;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.StateCounts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds jobs and batches for a caller. Those of other tenants and those still being created are treated as nonexistent.
 */
@Service
public class JobQueries {
    private final JobRecords jobs;
    private final BatchRecords batches;
    private final JobSearch search;
    private final BatchSearch batchSearch;

    JobQueries(JobRecords jobs, BatchRecords batches, JobSearch search, BatchSearch batchSearch) {
        this.jobs = jobs;
        this.batches = batches;
        this.search = search;
        this.batchSearch = batchSearch;
    }

    /** @throws ApiException {@code JOB_NOT_FOUND} */
    public JobRecord job(Caller caller, String id) {
        return Optional.of(id)
                .filter(JobId::isWellFormed)
                .flatMap(text -> jobs.find(new JobId(text)))
                .filter(job -> job.request().tenant().equals(caller.tenant()))
                .filter(job -> !job.isDeleted())
                .filter(this::isVisible)
                .orElseThrow(() -> new ApiException(ErrorCode.JOB_NOT_FOUND, ErrorCode.JOB_NOT_FOUND.meaning()));
    }

    /** @throws ApiException {@code BATCH_NOT_FOUND} */
    public BatchRecord batch(Caller caller, String id) {
        return Optional.of(id)
                .filter(BatchId::isWellFormed)
                .flatMap(text -> batches.find(new BatchKey(caller.tenant(), new BatchId(text))))
                .filter(BatchRecord::isVisible)
                .orElseThrow(() -> new ApiException(ErrorCode.BATCH_NOT_FOUND, ErrorCode.BATCH_NOT_FOUND.meaning()));
    }

    /**
     * The jobs of an event.
     *
     * @throws ApiException {@code EVENT_NOT_FOUND} if the caller has no jobs for it
     */
    public JobScope.OfEvent event(Caller caller, String event) {
        JobScope.OfEvent jobsOfEvent = new JobScope.OfEvent(caller.tenant(), event);
        if (!jobs.exists(jobsOfEvent)) {
            throw new ApiException(ErrorCode.EVENT_NOT_FOUND, ErrorCode.EVENT_NOT_FOUND.meaning());
        }
        return jobsOfEvent;
    }

    /** The number of these jobs by status. */
    public StateCounts counts(JobScope scope) {
        return jobs.countStates(scope);
    }

    /**
     * Jobs of a batch in batch order, after the cursor.
     *
     * @param statuses accepted statuses; any if empty
     * @param track null for any
     */
    public Page<JobRecord> ofBatch(
            BatchKey batch, Set<JobStatus> statuses, @Nullable String track, @Nullable Cursor after, int limit) {
        Integer index = after == null ? null : (int) after.number();
        return Page.of(search.ofBatch(batch, statuses, track, index, limit + 1), limit, JobQueries::indexed);
    }

    /** Matching jobs, newest first, after the cursor. */
    public Page<JobRecord> jobs(JobFilter filter, @Nullable Cursor after, int limit) {
        List<JobRecord> found =
                search.newest(filter, batchSearch.creating(filter.tenant()), position(after), limit + 1);
        return Page.of(found, limit, JobQueries::newest);
    }

    /** The number of matching jobs, exact up to {@code max}. */
    public long count(JobFilter filter, int max) {
        return search.count(filter, batchSearch.creating(filter.tenant()), max);
    }

    /** Matching batches, newest first, after the cursor. */
    public Page<BatchRecord> batches(BatchFilter filter, @Nullable Cursor after, int limit) {
        return Page.of(batchSearch.newest(filter, position(after), limit + 1), limit, JobQueries::newestBatch);
    }

    /** The number of matching batches, exact up to {@code max}. */
    public long count(BatchFilter filter, int max) {
        return batchSearch.count(filter, max);
    }

    private static Cursor newest(JobRecord job) {
        return new Cursor(job.request().createdAt().toEpochMilli(), job.id().value());
    }

    private static Cursor indexed(JobRecord job) {
        return new Cursor(job.request().batchIndex(), job.id().value());
    }

    private static Cursor newestBatch(BatchRecord batch) {
        return new Cursor(
                batch.request().createdAt().toEpochMilli(), batch.key().toString());
    }

    private static @Nullable Position position(@Nullable Cursor cursor) {
        return cursor == null ? null : new Position(Instant.ofEpochMilli(cursor.number()), cursor.id());
    }

    private boolean isVisible(JobRecord job) {
        return job.request()
                .batchKey()
                .map(key -> batches.find(key).filter(BatchRecord::isVisible).isPresent())
                .orElse(true);
    }
}
