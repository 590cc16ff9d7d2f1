package io.eventjobs.gateway.mongo;

import io.eventjobs.model.job.TenantId;
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

/** Deliveries in MongoDB, changed by conditional updates only. Thread-safe. */
@Component
public class DeliveryRecords {
    static final String COLLECTION = "deliveries";
    private static final Keyset NEWEST_FIRST = new Keyset("created_at", true);

    private final MongoTemplate mongo;
    private final CollectionReader<DeliveryRecord> reader;

    DeliveryRecords(MongoTemplate mongo) {
        this.mongo = mongo;
        this.reader = new CollectionReader<>(mongo, COLLECTION, DeliveryRecords::read);
    }

    /** Returns whether it is new; an existing one is not changed. */
    public boolean insert(DeliveryRecord delivery) {
        Document document = changing(delivery)
                .append("_id", delivery.id())
                .append("version", delivery.version())
                .append("webhook", delivery.webhook())
                .append("tenant", delivery.tenant().value())
                .append("event_id", delivery.event().id())
                .append("type", delivery.event().type())
                .append("subject", delivery.event().subject())
                .append("batch", delivery.event().batch())
                .append("json", delivery.event().json())
                .append("created_at", Date.from(delivery.createdAt()));
        try {
            mongo.execute(COLLECTION, rows -> rows.insertOne(document));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    public Optional<DeliveryRecord> find(String id) {
        return reader.first(new Document("_id", id));
    }

    /** Those to be tried, the longest due first. */
    public List<DeliveryRecord> due(Instant now, int limit) {
        Document due = new Document("status", DeliveryRecord.Status.PENDING.word())
                .append("due_at", new Document("$lte", Date.from(now)));
        return reader.list(due, new Document("due_at", 1), limit);
    }

    /** A tenant's deliveries before the position, newest first. */
    public List<DeliveryRecord> newest(TenantId tenant, @Nullable Position before, int limit) {
        return newest(new Document("tenant", tenant.value()), before, limit);
    }

    /** As {@link #newest(TenantId, Position, int)}, of one job or batch. */
    public List<DeliveryRecord> ofSubject(TenantId tenant, String subject, @Nullable Position before, int limit) {
        return newest(new Document("tenant", tenant.value()).append("subject", subject), before, limit);
    }

    /** As {@link #newest(TenantId, Position, int)}, to one webhook. */
    public List<DeliveryRecord> ofWebhook(String webhook, @Nullable Position before, int limit) {
        return newest(new Document("webhook", webhook), before, limit);
    }

    /** Stores a change if the record still has the version of {@code before}; empty if it was changed concurrently. */
    public Optional<DeliveryRecord> store(DeliveryRecord before, DeliveryRecord after) {
        DeliveryRecord next = after.atVersion(before.version() + 1);
        Document current = new Document("_id", before.id()).append("version", before.version());
        Document set = changing(next).append("version", next.version());
        Long matched = mongo.execute(COLLECTION, rows -> rows.updateOne(current, new Document("$set", set))
                .getMatchedCount());
        return matched != null && matched == 1 ? Optional.of(next) : Optional.empty();
    }

    /** Deletes those that were finished before that time. */
    public void purgeFinishedBefore(Instant time) {
        mongo.execute(
                COLLECTION, rows -> rows.deleteMany(new Document("finished_at", new Document("$lt", Date.from(time)))));
    }

    private List<DeliveryRecord> newest(Document filter, @Nullable Position before, int limit) {
        return reader.list(NEWEST_FIRST.beyond(filter, before), NEWEST_FIRST.order(), limit);
    }

    private static Document changing(DeliveryRecord delivery) {
        return new Document("status", delivery.status().word())
                .append("begun_at", date(delivery.begunAt()))
                .append("due_at", date(delivery.dueAt()))
                .append("tries", delivery.tries())
                .append("finished_at", date(delivery.finishedAt()))
                .append(
                        "log",
                        delivery.log().stream()
                                .map(made -> new Document("at", Date.from(made.at()))
                                        .append("duration", made.durationMillis())
                                        .append("status_code", made.statusCode())
                                        .append("error", made.error()))
                                .toList());
    }

    private static DeliveryRecord read(Document row) {
        return new DeliveryRecord(
                row.getString("_id"),
                row.getLong("version"),
                row.getString("webhook"),
                new TenantId(row.getString("tenant")),
                new DeliveryRecord.Event(
                        row.getString("event_id"),
                        row.getString("type"),
                        row.getString("subject"),
                        row.getString("batch"),
                        row.getString("json")),
                DeliveryRecord.Status.of(row.getString("status")),
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "begun_at"),
                instant(row, "due_at"),
                row.getInteger("tries"),
                instant(row, "finished_at"),
                row.getList("log", Document.class).stream()
                        .map(made -> new DeliveryRecord.Try(
                                Objects.requireNonNull(instant(made, "at")),
                                made.getLong("duration"),
                                made.getInteger("status_code"),
                                made.getString("error")))
                        .toList());
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(Document row, String field) {
        Date date = row.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
