package io.eventjobs.gateway.mongo;

import io.eventjobs.model.job.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Webhooks in MongoDB, changed by conditional updates only. Thread-safe. */
@Component
public class WebhookRecords {
    static final String COLLECTION = "webhooks";
    private static final String ENDED = "ended";

    private final MongoTemplate mongo;
    private final CollectionReader<WebhookRecord> reader;

    WebhookRecords(MongoTemplate mongo) {
        this.mongo = mongo;
        this.reader = new CollectionReader<>(mongo, COLLECTION, WebhookRecords::read);
    }

    /** Returns whether it is new; an existing one is not changed. */
    public boolean insert(WebhookRecord webhook) {
        Document document = changing(webhook)
                .append("_id", webhook.id())
                .append("version", webhook.version())
                .append("owner", webhook.owner())
                .append("tenant", webhook.tenant().value())
                .append("created_at", Date.from(webhook.createdAt()));
        try {
            mongo.execute(COLLECTION, rows -> rows.insertOne(document));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    public Optional<WebhookRecord> find(String id) {
        return reader.first(new Document("_id", id));
    }

    /** Whether there is any webhook, of whatever owner. */
    public boolean any() {
        return reader.first(new Document("owner", new Document("$gt", ""))).isPresent();
    }

    /** All webhooks of these owners, in no order. */
    public List<WebhookRecord> ofOwners(Collection<String> owners, int limit) {
        return reader.list(new Document("owner", new Document("$in", List.copyOf(owners))), new Document(), limit);
    }

    /** Stores a change if the record still has the version of {@code before}; empty if it was changed concurrently or is gone. */
    public Optional<WebhookRecord> store(WebhookRecord before, WebhookRecord after) {
        WebhookRecord next = after.atVersion(before.version() + 1);
        Document current = new Document("_id", before.id()).append("version", before.version());
        Document set = changing(next).append("version", next.version());
        Long matched = mongo.execute(COLLECTION, rows -> rows.updateOne(current, new Document("$set", set))
                .getMatchedCount());
        return matched != null && matched == 1 ? Optional.of(next) : Optional.empty();
    }

    /** These owners are deleted: their webhooks hear of nothing more, but what is pending is still delivered. */
    public void end(Collection<String> owners, Instant now) {
        end(new Document("owner", new Document("$in", List.copyOf(owners))), now);
    }

    /** The owner has this webhook only; others are left from an earlier one of the same name. */
    public void endOthers(String owner, String id, Instant now) {
        end(new Document("owner", owner).append("_id", new Document("$ne", id)), now);
    }

    /** Deletes webhooks that were ended before that time. */
    public void purgeEndedBefore(Instant time) {
        Document ended = new Document("owner", ENDED).append("ended_at", new Document("$lt", Date.from(time)));
        mongo.execute(COLLECTION, rows -> rows.deleteMany(ended));
    }

    private void end(Document which, Instant now) {
        Document change = new Document("$set", new Document("owner", ENDED).append("ended_at", Date.from(now)))
                .append("$inc", new Document("version", 1L));
        mongo.execute(COLLECTION, rows -> rows.updateMany(which, change));
    }

    /** Returns whether there was one. */
    public boolean delete(String id) {
        Long deleted = mongo.execute(
                COLLECTION, rows -> rows.deleteOne(new Document("_id", id)).getDeletedCount());
        return deleted != null && deleted > 0;
    }

    private static Document changing(WebhookRecord webhook) {
        return new Document("url", webhook.target().url())
                .append("events", webhook.target().events())
                .append("include_markdown", webhook.target().includeMarkdown())
                .append("include_metadata", webhook.target().includeMetadata())
                .append(
                        "secrets",
                        webhook.sealed().secrets().stream()
                                .map(secret ->
                                        new Document("value", secret.value()).append("until", date(secret.until())))
                                .toList())
                .append("headers", webhook.sealed().headers())
                .append("header_names", webhook.sealed().headerNames())
                .append("failing_since", date(webhook.health().failingSince()))
                .append("disabled_at", date(webhook.health().disabledAt()))
                .append("disabled_reason", webhook.health().disabledReason());
    }

    private static WebhookRecord read(Document row) {
        return new WebhookRecord(
                row.getString("_id"),
                row.getLong("version"),
                row.getString("owner"),
                new TenantId(row.getString("tenant")),
                new WebhookRecord.Target(
                        row.getString("url"),
                        row.getList("events", String.class),
                        row.getBoolean("include_markdown"),
                        row.getBoolean("include_metadata")),
                new WebhookRecord.Sealed(
                        row.getList("secrets", Document.class).stream()
                                .map(secret -> new WebhookRecord.SealedSecret(
                                        secret.getString("value"), instant(secret, "until")))
                                .toList(),
                        row.getString("headers"),
                        row.getList("header_names", String.class)),
                new WebhookRecord.Health(
                        instant(row, "failing_since"), instant(row, "disabled_at"), row.getString("disabled_reason")),
                Objects.requireNonNull(instant(row, "created_at")));
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(Document row, String field) {
        Date date = row.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
