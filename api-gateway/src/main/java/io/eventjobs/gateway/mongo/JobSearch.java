package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.job.JobFilter;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobStatus;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Lists of jobs for users. Thread-safe. */
@Component
public class JobSearch {
    private static final Keyset NEWEST_FIRST = new Keyset("created_at", true);

    private final CollectionReader<JobRecord> reader;

    JobSearch(MongoTemplate mongo) {
        this.reader = new CollectionReader<>(mongo, JobDocuments.COLLECTION, JobDocuments::read);
    }

    /** Matching jobs, newest first, at most {@code limit}. */
    public List<JobRecord> newest(JobFilter filter, Set<BatchKey> hidden, @Nullable Position after, int limit) {
        return reader.list(NEWEST_FIRST.beyond(matching(filter, hidden), after), NEWEST_FIRST.order(), limit);
    }

    /** The number of matching jobs, counted up to {@code max}. */
    public long count(JobFilter filter, Set<BatchKey> hidden, int max) {
        return reader.count(matching(filter, hidden), max);
    }

    /**
     * Jobs of a batch, in batch order, at most {@code limit}.
     *
     * @param statuses accepted statuses; any if empty
     * @param track null for any
     * @param afterIndex only jobs after this index; all if null
     */
    public List<JobRecord> ofBatch(
            BatchKey batch, Set<JobStatus> statuses, @Nullable String track, @Nullable Integer afterIndex, int limit) {
        Document filter = new Document("batch", batch.toString());
        JobDocuments.putIfKnown(filter, "track", track);
        if (!statuses.isEmpty()) {
            filter.append("status", JobDocuments.in(statuses));
        }
        if (afterIndex != null) {
            filter.append("batch_index", new Document("$gt", afterIndex));
        }
        return reader.list(filter, new Document("batch_index", 1), limit);
    }

    private static Document matching(JobFilter filter, Set<BatchKey> hidden) {
        Document query = new Document("tenant", filter.tenant().value());
        JobDocuments.putIfKnown(query, "event", filter.event());
        JobDocuments.putIfKnown(query, "track", filter.track());
        if (!filter.statuses().isEmpty()) {
            query.append("status", JobDocuments.in(filter.statuses()));
        }
        if (filter.batchId() != null) {
            query.append("batch", key(filter, filter.batchId()));
        } else if (!hidden.isEmpty()) {
            query.append(
                    "batch",
                    new Document("$nin", hidden.stream().map(BatchKey::toString).toList()));
        }
        if (filter.text() != null) {
            query.append("name", Pattern.compile(Pattern.quote(filter.text()), Pattern.CASE_INSENSITIVE));
        }
        if (filter.createdAfter() != null) {
            query.append("created_at", new Document("$gt", Date.from(filter.createdAfter())));
        }
        return query;
    }

    /** For text that is not a valid id: a key that matches no batch. */
    private static String key(JobFilter filter, String id) {
        return BatchId.isWellFormed(id) ? new BatchKey(filter.tenant(), new BatchId(id)).toString() : "";
    }
}
