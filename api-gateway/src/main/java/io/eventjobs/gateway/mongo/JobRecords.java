package io.eventjobs.gateway.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Settlement;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.StateCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The records of jobs in MongoDB. Every change is one conditional update of one document by id and version, within the
 * subset of MongoDB that every wire-compatible server has (ADR 0006). Thread-safe. Throws Spring's
 * {@link org.springframework.dao.DataAccessException} when MongoDB does not answer.
 */
@Component
public class JobRecords {
    private static final int DUPLICATE = 11000;

    private final MongoTemplate mongo;
    private final CollectionReader<JobRecord> reader;

    JobRecords(MongoTemplate mongo) {
        this.mongo = mongo;
        this.reader = new CollectionReader<>(mongo, JobDocuments.COLLECTION, JobDocuments::read);
    }

    /**
     * Stores a new job.
     *
     * @throws DuplicateKeyException if its id or idempotency key is there already
     */
    public void insert(JobRecord job) {
        mongo.execute(JobDocuments.COLLECTION, jobs -> jobs.insertOne(JobDocuments.write(job)));
    }

    /** Stores those that are not there yet; may be repeated. */
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

    /** The job that the POST with this key made. */
    public Optional<JobRecord> findByIdempotencyKey(String key) {
        return reader.first(new Document("idempotency_key", key));
    }

    /** Forgets an idempotency key whose time is over, so that it may be used again. */
    public void dropIdempotencyKey(JobRecord job) {
        Bson unset = new Document("$unset", new Document("idempotency_key", "").append("body_hash", ""));
        mongo.execute(JobDocuments.COLLECTION, jobs -> jobs.updateOne(current(job), unset));
    }

    /**
     * Stores the transition from {@code before} to {@code after}, if the record is still at the version of {@code before}:
     * the stored record, or empty if somebody was faster.
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
        Long matched = mongo.execute(JobDocuments.COLLECTION, jobs -> jobs.updateOne(current(before), update)
                .getMatchedCount());
        return matched != null && matched == 1 ? Optional.of(next) : Optional.empty();
    }

    /** Takes published events out of outboxes, and batch marks that counts have caught up with; one command for all. */
    public void settle(List<Settlement> settlements) {
        if (settlements.isEmpty()) {
            return;
        }
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        for (Settlement settlement : settlements) {
            updates.addAll(settlement.updates());
        }
        mongo.execute(JobDocuments.COLLECTION, jobs -> jobs.bulkWrite(updates));
    }

    /** Deletes a tombstone whose events are published; whether it was still as given. */
    public boolean purge(JobRecord tombstone) {
        Long deleted = mongo.execute(JobDocuments.COLLECTION, jobs -> jobs.deleteOne(current(tombstone))
                .getDeletedCount());
        return deleted != null && deleted == 1;
    }

    /** Deletes the jobs of a batch that was never made visible. */
    public void deleteOfBatch(BatchKey batch) {
        mongo.execute(JobDocuments.COLLECTION, jobs -> jobs.deleteMany(new Document("batch", batch.toString())));
    }

    /** Counts the states of a batch's jobs, as they are now. */
    public StateCounts countStates(BatchKey batch) {
        return countStates(new Document("batch", batch.toString()));
    }

    /** Counts the states of the jobs that match, as they are now. */
    public StateCounts countStates(Document filter) {
        List<Document> pipeline = List.of(
                new Document("$match", filter),
                new Document("$group", new Document("_id", "$status").append("jobs", new Document("$sum", 1))));
        StateCounts counts = StateCounts.allPending(0);
        for (Document row : CollectionReader.aggregate(mongo, JobDocuments.COLLECTION, pipeline)) {
            counts = counts.plus(JobStatus.of(row.getString("_id")), (int) JobDocuments.number(row, "jobs"));
        }
        return counts;
    }

    /** Records that match, in that order, at most {@code limit}. */
    public List<JobRecord> list(Bson filter, Bson sort, int limit) {
        return reader.list(filter, sort, limit);
    }

    /** How many match, counted up to {@code max}. */
    public long count(Bson filter, int max) {
        return reader.count(filter, max);
    }

    /** Jobs of a batch that are not finished, in no order, at most {@code limit}. */
    public List<JobRecord> unfinishedOf(BatchKey batch, int limit) {
        return list(
                new Document("batch", batch.toString()).append("status", in(openStatuses())),
                new Document("batch_index", 1),
                limit);
    }

    private static Document current(JobRecord job) {
        return new Document("_id", job.id().value()).append("version", job.version());
    }

    private static List<String> openStatuses() {
        return Stream.of(JobStatus.values())
                .filter(status -> !status.isTerminal())
                .map(JobStatus::word)
                .toList();
    }

    private static Document in(List<String> words) {
        return new Document("$in", words);
    }
}
