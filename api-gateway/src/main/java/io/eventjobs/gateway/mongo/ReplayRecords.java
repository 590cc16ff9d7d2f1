package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.DeadLetterSelection;
import io.eventjobs.gateway.job.IdempotencyMark;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The records of replays in MongoDB, changed by conditional updates only. Thread-safe. */
@Component
public class ReplayRecords {
    private static final String COLLECTION = "replays";
    private static final int MAX_RUNNING = 100;

    private final MongoTemplate mongo;
    private final CollectionReader<ReplayRecord> reader;

    ReplayRecords(MongoTemplate mongo) {
        this.mongo = mongo;
        this.reader = new CollectionReader<>(mongo, COLLECTION, ReplayRecords::read);
    }

    /** @throws DuplicateKeyException if its idempotency key exists already */
    public void insert(ReplayRecord replay) {
        Document document = changing(replay).append("_id", replay.id()).append("version", replay.version());
        document.putAll(request(replay.request()));
        mongo.execute(COLLECTION, replays -> replays.insertOne(document));
    }

    public Optional<ReplayRecord> find(String id) {
        return reader.first(new Document("_id", id));
    }

    public Optional<ReplayRecord> findByIdempotencyKey(String key) {
        return reader.first(new Document("idempotency_key", key));
    }

    /** Replays with work left. */
    public List<ReplayRecord> running() {
        return reader.list(new Document("status", ReplayRecord.Status.RUNNING.word()), new Document(), MAX_RUNNING);
    }

    /** All replays, newest first. */
    public List<ReplayRecord> newest(Instant now, int limit) {
        Document begun = new Document("created_at", new Document("$lte", Date.from(now)));
        return reader.list(begun, new Document("created_at", -1).append("_id", -1), limit);
    }

    /** Stores a change if the record still has the version of {@code before}; empty if it was changed concurrently. */
    public Optional<ReplayRecord> store(ReplayRecord before, ReplayRecord after) {
        ReplayRecord next = new ReplayRecord(
                after.id(),
                before.version() + 1,
                after.request(),
                after.status(),
                after.progress(),
                after.finishedAt());
        Document current = new Document("_id", before.id()).append("version", before.version());
        Document set = changing(next).append("version", next.version());
        Long matched = mongo.execute(COLLECTION, replays -> replays.updateOne(current, new Document("$set", set))
                .getMatchedCount());
        return matched != null && matched == 1 ? Optional.of(next) : Optional.empty();
    }

    private static Document changing(ReplayRecord replay) {
        return new Document("status", replay.status().word())
                .append("position", replay.progress().position())
                .append("replayed", replay.progress().replayed())
                .append("skipped", replay.progress().skipped())
                .append("finished_at", date(replay.finishedAt()));
    }

    private static Document request(ReplayRecord.Request request) {
        Document document = new Document("ids", request.selection().ids())
                .append("rate", request.ratePerSecond())
                .append("use_cache", request.useCache())
                .append("created_at", date(request.createdAt()));
        DeadLetterFilter filter = request.selection().filter();
        if (filter != null) {
            document.append(
                    "filter",
                    new Document("code", filter.code())
                            .append("worker", filter.worker())
                            .append("topic", filter.topic())
                            .append("batch", filter.batch())
                            .append("failed_after", date(filter.failedAfter()))
                            .append("failed_before", date(filter.failedBefore())));
        }
        IdempotencyMark mark = request.idempotency();
        if (mark != null) {
            document.append("idempotency_key", mark.key()).append("body_hash", mark.bodyHash());
        }
        return document;
    }

    private static ReplayRecord read(Document document) {
        Document filter = document.get("filter", Document.class);
        String key = document.getString("idempotency_key");
        ReplayRecord.Request request = new ReplayRecord.Request(
                new DeadLetterSelection(
                        document.getList("ids", String.class, List.of()), filter == null ? null : filter(filter)),
                document.getInteger("rate"),
                document.getBoolean("use_cache"),
                Objects.requireNonNull(instant(document, "created_at")),
                key == null ? null : new IdempotencyMark(key, document.getString("body_hash")));
        return new ReplayRecord(
                document.getString("_id"),
                document.getLong("version"),
                request,
                ReplayRecord.Status.of(document.getString("status")),
                new ReplayRecord.Progress(
                        document.getString("position"),
                        document.getInteger("replayed"),
                        document.getInteger("skipped")),
                instant(document, "finished_at"));
    }

    private static DeadLetterFilter filter(Document filter) {
        return new DeadLetterFilter(
                filter.getString("code"),
                filter.getString("worker"),
                filter.getString("topic"),
                filter.getString("batch"),
                instant(filter, "failed_after"),
                instant(filter, "failed_before"));
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
