package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.key.KeyRecord;
import io.eventjobs.gateway.key.KeySource;
import io.eventjobs.gateway.key.Role;
import io.eventjobs.model.job.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The records of API keys in MongoDB, changed by conditional updates only. They are kept when they are over: what they made names their
 * tenant and the audit log their id. Thread-safe.
 */
@Component
public class KeyRecords implements KeySource {
    static final String COLLECTION = "keys";
    private static final Keyset NEWEST_FIRST = new Keyset("created_at", true);

    private final MongoTemplate mongo;
    private final CollectionReader<KeyRecord> reader;

    KeyRecords(MongoTemplate mongo) {
        this.mongo = mongo;
        this.reader = new CollectionReader<>(mongo, COLLECTION, KeyRecords::read);
    }

    /** @throws DuplicateKeyException if its idempotency key exists already */
    public void insert(KeyRecord key) {
        Document document = life(key)
                .append("_id", key.id())
                .append("version", key.version())
                .append("tenant", key.grant().tenant().value())
                .append("role", key.grant().role().word())
                .append("name", key.grant().name())
                .append("hash", key.hash())
                .append("created_at", Date.from(key.life().createdAt()))
                .append("replaces", key.replaces());
        IdempotencyMark mark = key.idempotency();
        if (mark != null) {
            document.append("idempotency_key", mark.key()).append("body_hash", mark.bodyHash());
        }
        mongo.execute(COLLECTION, keys -> keys.insertOne(document));
    }

    @Override
    public Optional<KeyRecord> find(String id) {
        return reader.first(new Document("_id", id));
    }

    public Optional<KeyRecord> findByIdempotencyKey(String key) {
        return reader.first(new Document("idempotency_key", key));
    }

    /**
     * Keys before the position, newest first, at most {@code limit}.
     *
     * @param tenant null for all
     */
    public List<KeyRecord> newest(@Nullable String tenant, @Nullable Position before, int limit) {
        Document filter = new Document("created_at", new Document("$gt", new Date(0)));
        JobDocuments.putIfKnown(filter, "tenant", tenant);
        return reader.list(NEWEST_FIRST.beyond(filter, before), NEWEST_FIRST.order(), limit);
    }

    /** The number of keys that were not revoked, counted up to {@code max}. */
    public long unrevoked(int max) {
        return reader.count(new Document("revoked_at", null), max);
    }

    /** The tenants that ever had a key. */
    public List<TenantId> tenants() {
        Document any = new Document("tenant", new Document("$gt", ""));
        List<String> found = mongo.execute(
                COLLECTION, keys -> keys.distinct("tenant", any, String.class).into(new ArrayList<>()));
        return Objects.requireNonNull(found).stream()
                .filter(Objects::nonNull)
                .sorted()
                .map(TenantId::new)
                .toList();
    }

    /** Stores a change if the record still has the version of {@code before}; empty if it was changed concurrently. */
    public Optional<KeyRecord> store(KeyRecord before, KeyRecord after) {
        KeyRecord next = after.atVersion(before.version() + 1);
        Document current = new Document("_id", before.id()).append("version", before.version());
        Document set = life(next).append("version", next.version());
        Long matched = mongo.execute(COLLECTION, keys -> keys.updateOne(current, new Document("$set", set))
                .getMatchedCount());
        return matched != null && matched == 1 ? Optional.of(next) : Optional.empty();
    }

    @Override
    public void used(String id, Instant at) {
        Document set = new Document("$set", new Document("last_used_at", Date.from(at)));
        mongo.execute(COLLECTION, keys -> keys.updateOne(new Document("_id", id), set));
    }

    private static Document life(KeyRecord key) {
        return new Document("expires_at", date(key.life().expiresAt()))
                .append("revoked_at", date(key.life().revokedAt()));
    }

    private static KeyRecord read(Document row) {
        String mark = row.getString("idempotency_key");
        return new KeyRecord(
                row.getString("_id"),
                row.get("version", Number.class).longValue(),
                new KeyRecord.Grant(
                        new TenantId(row.getString("tenant")),
                        // A role that only a newer gateway knows gives nobody more than reading.
                        Role.find(row.getString("role")).orElse(Role.VIEWER),
                        row.getString("name")),
                row.getString("hash"),
                new KeyRecord.Life(
                        Objects.requireNonNull(instant(row, "created_at")),
                        instant(row, "expires_at"),
                        instant(row, "revoked_at"),
                        instant(row, "last_used_at")),
                row.getString("replaces"),
                mark == null ? null : new IdempotencyMark(mark, row.getString("body_hash")));
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(Document row, String field) {
        Date date = row.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
