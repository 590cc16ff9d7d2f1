package io.eventjobs.gateway.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.JobScope;
import io.eventjobs.gateway.job.Settlement;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.StateCounts;
import io.eventjobs.model.job.UploadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The records of jobs in MongoDB. Every change is a conditional update of one document by id and version, within the subset of MongoDB that
 * every wire-compatible server supports (ADR 0006). Thread-safe. Throws Spring's {@link org.springframework.dao.DataAccessException} if
 * MongoDB does not respond.
 */
@Component
public class JobRecords {
    private static final int DUPLICATE = 11000;
    private static final Keyset OLDEST_FIRST = new Keyset("created_at", false);
    private static final List<JobStatus> FINISHED = List.of(JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELLED);

    private final MongoTemplate mongo;
    private final CollectionReader<JobRecord> reader;
    private final GroupedInserts inserts;
    private final GroupedUpdates updates;

    /** @param executor sends commands that several callers share */
    JobRecords(MongoTemplate mongo, ExecutorService executor) {
        this.mongo = mongo;
        this.inserts = new GroupedInserts(mongo, JobDocuments.COLLECTION, executor);
        this.updates = new GroupedUpdates(mongo, JobDocuments.COLLECTION, executor);
        this.reader = new CollectionReader<>(mongo, JobDocuments.COLLECTION, JobDocuments::read);
    }

    /**
     * Stores a new job. Concurrent calls share a command; each returns when its own job is stored.
     *
     * @throws DuplicateKeyException if its id or idempotency key exists already
     */
    public void insert(JobRecord job) {
        inserts.insert(JobDocuments.write(job));
    }

    /** Stores those that do not exist yet; may be repeated. */
    public void insertMissing(List<JobRecord> jobs) {
        List<Document> documents = jobs.stream().map(JobDocuments::write).toList();
        InsertManyOptions unordered = new InsertManyOptions().ordered(false);
        mongo.execute(JobDocuments.COLLECTION, rows -> {
            try {
                return rows.insertMany(documents, unordered);
            } catch (MongoBulkWriteException e) {
                if (e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE)) {
                    return null;
                }
                throw e;
            }
        });
    }

    public Optional<JobRecord> find(JobId id) {
        return reader.first(new Document("_id", id.value()));
    }

    /** The job created by the POST with this key. */
    public Optional<JobRecord> findByIdempotencyKey(String key) {
        return reader.first(new Document("idempotency_key", key));
    }

    /** Removes an expired idempotency key, so that it may be used again. */
    public void dropIdempotencyKey(JobRecord job) {
        Bson unset = new Document("$unset", new Document("idempotency_key", "").append("body_hash", ""));
        mongo.execute(JobDocuments.COLLECTION, jobs -> jobs.updateOne(current(job), unset));
    }

    /**
     * Stores the transition from {@code before} to {@code after} if the record still has the version of {@code before}. Returns the stored
     * record; empty if it was changed concurrently. Concurrent calls share a command; each returns when its own record is stored.
     */
    public Optional<JobRecord> store(JobRecord before, JobRecord after) {
        JobRecord next = after.atVersion(before.version() + 1);
        Document set = JobDocuments.changes(before, next).append("version", next.version());
        Document update = new Document("$set", set);
        List<Document> events = next.outbox().since(before.outbox()).stream()
                .map(JobDocuments::event)
                .toList();
        if (!events.isEmpty()) {
            update.append("$push", new Document("outbox", new Document("$each", events)));
        }
        if (next.isDeleted()) {
            update.append("$unset", new Document("idempotency_key", "").append("body_hash", ""));
        }
        return updates.update(before.id().value(), before.version(), update) ? Optional.of(next) : Optional.empty();
    }

    /** Removes published events from outboxes, and the batch marks that counts now include; one command for all. */
    public void settle(List<Settlement> settlements) {
        if (settlements.isEmpty()) {
            return;
        }
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        for (Settlement settlement : settlements) {
            updates.addAll(updates(settlement));
        }
        mongo.execute(JobDocuments.COLLECTION, jobs -> jobs.bulkWrite(updates));
    }

    /** Deletes a tombstone whose events are published; returns whether it was still as given. */
    public boolean purge(JobRecord tombstone) {
        Long deleted = mongo.execute(JobDocuments.COLLECTION, jobs -> jobs.deleteOne(current(tombstone))
                .getDeletedCount());
        return deleted != null && deleted == 1;
    }

    /** Deletes the jobs of a batch that never became visible. */
    public void deleteOfBatch(BatchKey batch) {
        mongo.execute(JobDocuments.COLLECTION, jobs -> jobs.deleteMany(new Document("batch", batch.toString())));
    }

    /** Counts a batch's jobs by status. */
    public StateCounts countStates(BatchKey batch) {
        return countStates(new Document("batch", batch.toString()));
    }

    /** Counts the jobs of a scope by status. */
    public StateCounts countStates(JobScope scope) {
        return countStates(in(scope));
    }

    private StateCounts countStates(Document filter) {
        List<Document> pipeline = List.of(
                new Document("$match", filter),
                new Document("$group", new Document("_id", "$status").append("jobs", new Document("$sum", 1))));
        StateCounts counts = StateCounts.allPending(0);
        for (Document row : CollectionReader.aggregate(mongo, JobDocuments.COLLECTION, pipeline)) {
            counts = counts.plus(JobStatus.of(row.getString("_id")), (int) JobDocuments.number(row, "jobs"));
        }
        return counts;
    }

    /** Whether any such job exists. */
    public boolean exists(JobScope scope) {
        return reader.count(in(scope), 1) > 0;
    }

    /** Whether any job refers to this uploaded file. */
    public boolean isNamed(UploadId upload) {
        return reader.count(new Document("uploads", upload.value()), 1) > 0;
    }

    /** Unfinished jobs of a batch, in batch order, at most {@code limit}. */
    public List<JobRecord> unfinishedOf(BatchKey batch, int limit) {
        Document unfinished = new Document("batch", batch.toString()).append("status", JobDocuments.in(openStatuses()));
        return reader.list(unfinished, new Document("batch_index", 1), limit);
    }

    /** Jobs of a batch, in batch order, at most {@code limit}. */
    public List<JobRecord> ofBatch(BatchKey batch, int limit) {
        return reader.list(new Document("batch", batch.toString()), new Document("batch_index", 1), limit);
    }

    /** Jobs of a batch after this index, in batch order, at most {@code limit}. */
    public List<JobRecord> ofBatchAfter(BatchKey batch, int index, int limit) {
        Document later = new Document("batch", batch.toString()).append("batch_index", new Document("$gt", index));
        return reader.list(later, new Document("batch_index", 1), limit);
    }

    /**
     * Jobs with a status, in order of submission, at most {@code limit}.
     *
     * @param last last job of the previous page; null for the first page
     */
    public List<JobRecord> inOrder(JobScope scope, JobStatus status, @Nullable JobRecord last, int limit) {
        Document filter = in(scope).append("status", status.word());
        return switch (scope) {
            case JobScope.OfBatch of -> {
                if (last != null) {
                    filter.append(
                            "batch_index", new Document("$gt", last.request().batchIndex()));
                }
                yield reader.list(filter, new Document("batch_index", 1), limit);
            }
            case JobScope.OfEvent of -> {
                Position position = last == null
                        ? null
                        : new Position(last.request().createdAt(), last.id().value());
                yield reader.list(OLDEST_FIRST.beyond(filter, position), OLDEST_FIRST.order(), limit);
            }
        };
    }

    /** Jobs that have had one of these statuses since before that time, in no order, at most {@code limit}. */
    public List<JobRecord> unchangedSince(JobScope scope, Set<JobStatus> statuses, Instant before, int limit) {
        Document filter = in(scope).append("status", JobDocuments.in(statuses)).append("updated_at", earlier(before));
        return reader.list(filter, new Document(), limit);
    }

    /** Jobs that finished before that time, in no order, at most {@code limit}. */
    public List<JobRecord> finishedBefore(Instant time, int limit) {
        Document filter = new Document("status", JobDocuments.in(FINISHED)).append("updated_at", earlier(time));
        return reader.list(filter, new Document(), limit);
    }

    /** Jobs requested before that time with an idempotency key, in no order, at most {@code limit}. */
    public List<JobRecord> withKeyBefore(Instant time, int limit) {
        Document filter =
                new Document("idempotency_key", new Document("$exists", true)).append("created_at", earlier(time));
        return reader.list(filter, new Document(), limit);
    }

    private static Document in(JobScope scope) {
        return switch (scope) {
            case JobScope.OfBatch of -> new Document("batch", of.batch().toString());
            case JobScope.OfEvent of -> new Document("tenant", of.tenant().value()).append("event", of.event());
        };
    }

    private static Document earlier(Instant time) {
        return new Document("$lt", Date.from(time));
    }

    private static List<UpdateOneModel<Document>> updates(Settlement settlement) {
        List<UpdateOneModel<Document>> updates = new ArrayList<>(2);
        String id = settlement.jobId().value();
        if (!settlement.publishedEventIds().isEmpty()) {
            Document published = new Document("id", new Document("$in", settlement.publishedEventIds()));
            updates.add(new UpdateOneModel<>(
                    new Document("_id", id), new Document("$pull", new Document("outbox", published))));
        }
        if (settlement.countedVersion() > 0) {
            updates.add(new UpdateOneModel<>(
                    new Document("_id", id).append("version", settlement.countedVersion()),
                    new Document("$set", new Document("batch_touched", false))));
        }
        return updates;
    }

    private static Document current(JobRecord job) {
        return new Document("_id", job.id().value()).append("version", job.version());
    }

    private static List<JobStatus> openStatuses() {
        return Stream.of(JobStatus.values())
                .filter(status -> !status.isTerminal())
                .toList();
    }
}
