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
import io.eventjobs.model.job.TenantId;
import java.time.Instant;
import java.util.Comparator;
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
    private final SeenTenants tenants;

    JobQueries(JobRecords jobs, BatchRecords batches, JobSearch search, BatchSearch batchSearch, SeenTenants tenants) {
        this.jobs = jobs;
        this.batches = batches;
        this.search = search;
        this.batchSearch = batchSearch;
        this.tenants = tenants;
    }

    /** @throws ApiException {@code JOB_NOT_FOUND} */
    public JobRecord job(Caller caller, String id) {
        return Optional.of(id)
                .filter(JobId::isWellFormed)
                .flatMap(text -> jobs.find(new JobId(text)))
                .filter(job -> caller.sees(job.request().tenant()))
                .filter(job -> !job.isDeleted())
                .filter(this::isVisible)
                .orElseThrow(() -> new ApiException(ErrorCode.JOB_NOT_FOUND, ErrorCode.JOB_NOT_FOUND.meaning()));
    }

    /**
     * The batch of that id: the caller's own, else, for an operator, that of another tenant.
     *
     * @throws ApiException {@code BATCH_NOT_FOUND}
     */
    public BatchRecord batch(Caller caller, String id) {
        return Optional.of(id)
                .filter(BatchId::isWellFormed)
                .map(BatchId::new)
                .flatMap(batch -> visible(caller.tenant(), batch)
                        .or(() -> caller.isOperator() ? ofOthers(caller, batch) : Optional.empty()))
                .orElseThrow(() -> new ApiException(ErrorCode.BATCH_NOT_FOUND, ErrorCode.BATCH_NOT_FOUND.meaning()));
    }

    private Optional<BatchRecord> ofOthers(Caller caller, BatchId batch) {
        return tenants.of(caller).stream()
                .flatMap(tenant -> visible(tenant, batch).stream())
                .findFirst();
    }

    private Optional<BatchRecord> visible(TenantId tenant, BatchId batch) {
        return batches.find(new BatchKey(tenant, batch)).filter(BatchRecord::isVisible);
    }

    /**
     * The jobs of an event: the caller's own, else, for an operator, those of another tenant.
     *
     * @throws ApiException {@code EVENT_NOT_FOUND} if the caller has no jobs for it
     */
    public JobScope.OfEvent event(Caller caller, String event) {
        return tenants.of(caller).stream()
                .map(tenant -> new JobScope.OfEvent(tenant, event))
                .filter(jobs::exists)
                .findFirst()
                .orElseThrow(() -> new ApiException(ErrorCode.EVENT_NOT_FOUND, ErrorCode.EVENT_NOT_FOUND.meaning()));
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

    /** As {@link #jobs(JobFilter, Cursor, int)}, for all tenants that the caller sees: the filter's own does not count. */
    public Page<JobRecord> jobs(Caller caller, JobFilter filter, @Nullable Cursor after, int limit) {
        List<JobRecord> found = tenants.of(caller).stream()
                .map(filter::of)
                .flatMap(
                        of -> search.newest(of, batchSearch.creating(of.tenant()), position(after), limit + 1).stream())
                .sorted(Comparator.comparing((JobRecord job) -> job.request().createdAt())
                        .thenComparing(job -> job.id().value())
                        .reversed())
                .limit(limit + 1L)
                .toList();
        return Page.of(found, limit, JobQueries::newest);
    }

    /** As {@link #count(JobFilter, int)}, for all tenants that the caller sees. */
    public long count(Caller caller, JobFilter filter, int max) {
        return Math.min(
                max,
                tenants.of(caller).stream()
                        .mapToLong(tenant -> count(filter.of(tenant), max))
                        .sum());
    }

    /** The number of matching jobs, exact up to {@code max}. */
    public long count(JobFilter filter, int max) {
        return search.count(filter, batchSearch.creating(filter.tenant()), max);
    }

    /** Matching batches of all tenants that the caller sees, newest first, after the cursor; the filter's own tenant does not count. */
    public Page<BatchRecord> batches(Caller caller, BatchFilter filter, @Nullable Cursor after, int limit) {
        List<BatchRecord> found = tenants.of(caller).stream()
                .flatMap(tenant -> batchSearch.newest(filter.of(tenant), position(after), limit + 1).stream())
                .sorted(Comparator.comparing(
                                (BatchRecord batch) -> batch.request().createdAt())
                        .thenComparing(batch -> batch.key().toString())
                        .reversed())
                .limit(limit + 1L)
                .toList();
        return Page.of(found, limit, JobQueries::newestBatch);
    }

    /** The number of such batches, exact up to {@code max}. */
    public long count(Caller caller, BatchFilter filter, int max) {
        return Math.min(
                max,
                tenants.of(caller).stream()
                        .mapToLong(tenant -> batchSearch.count(filter.of(tenant), max))
                        .sum());
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
