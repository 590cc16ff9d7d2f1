package io.eventjobs.gateway.query;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.JobFilter;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.Cursor;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.StateCounts;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds jobs and batches for a caller. What is another tenant's, what does not exist, and what is still being created are one
 * and the same to it: not there.
 */
@Service
public class JobQueries {
    private static final int MAX_CREATING = 1_000;

    private final JobRecords jobs;
    private final BatchRecords batches;

    JobQueries(JobRecords jobs, BatchRecords batches) {
        this.jobs = jobs;
        this.batches = batches;
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

    /** @throws ApiException {@code EVENT_NOT_FOUND} if the caller has no job of this event */
    public void requireEvent(Caller caller, String event) {
        Document ofEvent = new Document("tenant", caller.tenant().value()).append("event", event);
        if (jobs.count(ofEvent, 1) == 0) {
            throw new ApiException(ErrorCode.EVENT_NOT_FOUND, ErrorCode.EVENT_NOT_FOUND.meaning());
        }
    }

    /** How many jobs of an event are where. */
    public StateCounts eventCounts(Caller caller, String event) {
        return jobs.countStates(new Document("tenant", caller.tenant().value()).append("event", event));
    }

    /** Jobs of a batch in its order, after the cursor, one more than asked for if there is one. */
    List<JobRecord> ofBatch(BatchKey batch, @Nullable String status, @Nullable Cursor after, int limit) {
        Document filter = new Document("batch", batch.toString());
        if (status != null) {
            filter.append("status", JobFilter.statuses(status));
        }
        if (after != null) {
            filter.append("batch_index", new Document("$gt", (int) after.number()));
        }
        return jobs.list(filter, new Document("batch_index", 1), limit + 1);
    }

    /** Jobs that match, newest first, one more than asked for if there is one. */
    List<JobRecord> jobs(JobFilter filter, @Nullable Cursor after, int limit) {
        return jobs.list(filter.after(after, creating(filter)), newestFirst(), limit + 1);
    }

    /** How many match, exact up to {@code max}. */
    long count(JobFilter filter, int max) {
        return jobs.count(filter.after(null, creating(filter)), max);
    }

    /** Batches that match, newest first, one more than asked for if there is one. */
    List<BatchRecord> batches(Document filter, int limit) {
        return batches.list(filter, newestFirst(), limit + 1);
    }

    long countBatches(Document filter, int max) {
        return batches.count(filter, max);
    }

    static Document newestFirst() {
        return new Document("created_at", -1).append("_id", -1);
    }

    private boolean isVisible(JobRecord job) {
        return job.request()
                .batchKey()
                .map(key -> batches.find(key).filter(BatchRecord::isVisible).isPresent())
                .orElse(true);
    }

    private List<String> creating(JobFilter filter) {
        Document query = new Document("tenant", filter.tenant().value()).append("status", BatchStatus.CREATING.word());
        return batches.list(query, new Document(), MAX_CREATING).stream()
                .map(batch -> batch.key().toString())
                .toList();
    }
}
