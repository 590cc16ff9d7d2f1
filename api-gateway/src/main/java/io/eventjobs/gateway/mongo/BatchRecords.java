package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.BatchStatus;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The records of batches in MongoDB, changed by conditional updates only. Thread-safe. Throws Spring's {@link
 * org.springframework.dao.DataAccessException} if MongoDB does not respond.
 */
@Component
public class BatchRecords {
    private static final List<String> FINISHED =
            List.of(BatchStatus.COMPLETED.word(), BatchStatus.FAILED.word(), BatchStatus.CANCELLED.word());

    private final MongoTemplate mongo;
    private final CollectionReader<BatchRecord> reader;

    BatchRecords(MongoTemplate mongo) {
        this.mongo = mongo;
        this.reader = new CollectionReader<>(mongo, BatchDocuments.COLLECTION, BatchDocuments::read);
    }

    /**
     * Stores a new batch.
     *
     * @throws DuplicateKeyException if its id or idempotency key exists already
     */
    public void insert(BatchRecord batch) {
        mongo.execute(BatchDocuments.COLLECTION, batches -> batches.insertOne(BatchDocuments.write(batch)));
    }

    public Optional<BatchRecord> find(BatchKey key) {
        return reader.first(new Document("_id", key.toString()));
    }

    /** The batch created by the POST with this key, even if it is still being created. */
    public Optional<BatchRecord> findByIdempotencyKey(String key) {
        return reader.first(new Document("idempotency_key", key));
    }

    /** Removes an expired idempotency key, so that it may be used again. */
    public void dropIdempotencyKey(BatchRecord batch) {
        Document unset = new Document("$unset", new Document("idempotency_key", "").append("body_hash", ""));
        mongo.execute(BatchDocuments.COLLECTION, batches -> batches.updateOne(current(batch), unset));
    }

    /**
     * Stores a change of anything but the counts, if the record still has the version of {@code before}. Returns the stored record; empty
     * if it was changed concurrently.
     */
    public Optional<BatchRecord> store(BatchRecord before, BatchRecord after) {
        BatchRecord next = atVersions(after, before.version() + 1, before.countVersion());
        Document set = BatchDocuments.changing(next).append("version", next.version());
        if (before.status() == BatchStatus.CREATING) {
            set.putAll(BatchDocuments.counted(next));
        }
        return update(current(before), set, before, next);
    }

    /**
     * Stores a count that started after {@code before} was read, if no other count was stored since. If the count causes an event, no other
     * change may have been stored either, since events are numbered in sequence.
     */
    public Optional<BatchRecord> storeCount(BatchRecord before, BatchRecord after) {
        boolean event = after.outbox().sequence() > before.outbox().sequence();
        BatchRecord next =
                atVersions(after, event ? before.version() + 1 : before.version(), before.countVersion() + 1);
        Document filter = new Document("_id", before.key().toString()).append("count_version", before.countVersion());
        Document set = BatchDocuments.counted(next).append("count_version", next.countVersion());
        if (event) {
            filter.append("version", before.version());
            set.append("version", next.version())
                    .append("updated_at", JobDocuments.date(next.state().updatedAt()))
                    .append("sequence", next.outbox().sequence());
        }
        return update(filter, set, before, next);
    }

    /** Removes published events from the outbox. */
    public void settle(BatchKey key, List<String> publishedEventIds) {
        Document pull = new Document("outbox", new Document("id", new Document("$in", publishedEventIds)));
        mongo.execute(
                BatchDocuments.COLLECTION,
                batches -> batches.updateOne(new Document("_id", key.toString()), new Document("$pull", pull)));
    }

    /** Deletes a batch whose creation was never completed, or a tombstone; returns whether it was still as given. */
    public boolean discard(BatchRecord batch) {
        Long deleted = mongo.execute(BatchDocuments.COLLECTION, batches -> batches.deleteOne(current(batch))
                .getDeletedCount());
        return deleted != null && deleted == 1;
    }

    /** Batches whose creation started before that time and is incomplete, in no order, at most {@code limit}. */
    public List<BatchRecord> creatingSince(Instant before, int limit) {
        Document filter = new Document("status", BatchStatus.CREATING.word()).append("updated_at", earlier(before));
        return list(filter, limit);
    }

    /** Batches that finished before that time and contain no job, in no order, at most {@code limit}. */
    public List<BatchRecord> emptySince(Instant before, int limit) {
        Document filter = new Document("status", new Document("$in", FINISHED))
                .append("updated_at", earlier(before))
                .append("counts.completed", 0)
                .append("counts.failed", 0)
                .append("counts.cancelled", 0);
        return list(filter, limit);
    }

    /** Batches requested before that time with an idempotency key, in no order, at most {@code limit}. */
    public List<BatchRecord> withKeyBefore(Instant time, int limit) {
        Document filter =
                new Document("idempotency_key", new Document("$exists", true)).append("created_at", earlier(time));
        return list(filter, limit);
    }

    List<BatchRecord> list(Document filter, int limit) {
        return reader.list(filter, new Document(), limit);
    }

    private static Document earlier(Instant time) {
        return new Document("$lt", Date.from(time));
    }

    private Optional<BatchRecord> update(Document filter, Document set, BatchRecord before, BatchRecord next) {
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
        Long matched = mongo.execute(BatchDocuments.COLLECTION, batches -> batches.updateOne(filter, update)
                .getMatchedCount());
        return matched != null && matched == 1 ? Optional.of(next) : Optional.empty();
    }

    private static Document current(BatchRecord batch) {
        return new Document("_id", batch.key().toString()).append("version", batch.version());
    }

    private static BatchRecord atVersions(BatchRecord batch, long version, long countVersion) {
        return new BatchRecord(
                batch.key(), version, countVersion, batch.request(), batch.state(), batch.permits(), batch.outbox());
    }
}
