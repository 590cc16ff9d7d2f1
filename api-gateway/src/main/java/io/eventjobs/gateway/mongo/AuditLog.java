package io.eventjobs.gateway.mongo;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The audit log in MongoDB: entries are added, never changed, and deleted only when they are old. Thread-safe. */
@Component
public class AuditLog {
    private static final String COLLECTION = "audit";
    private static final Keyset NEWEST_FIRST = new Keyset("at", true);
    private static final Keyset OLDEST_FIRST = new Keyset("at", false);

    private final MongoTemplate mongo;
    private final CollectionReader<Entry> reader;
    private final Clock clock;

    AuditLog(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.reader = new CollectionReader<>(mongo, COLLECTION, AuditLog::read);
        this.clock = clock;
    }

    /** What the gateway did by itself. */
    public void add(String tenant, String action, String path, String address) {
        add(tenant, null, action, path, address);
    }

    /** What the holder of a key did; null if it was the gateway itself. */
    public void add(String tenant, @Nullable String keyId, String action, String path, String address) {
        Document row = new Document("_id", UUID.randomUUID().toString())
                .append("at", Date.from(clock.instant()))
                .append("tenant", tenant)
                .append("key_id", keyId)
                .append("action", action)
                .append("path", path)
                .append("address", address);
        mongo.execute(COLLECTION, rows -> rows.insertOne(row));
    }

    /** Entries before the position, newest first, at most {@code limit}. */
    public List<Entry> newest(@Nullable Position before, int limit) {
        Document filter = new Document("at", new Document("$lte", Date.from(clock.instant())));
        return reader.list(NEWEST_FIRST.beyond(filter, before), NEWEST_FIRST.order(), limit);
    }

    /** Entries of a time, oldest first, at most {@code limit}; only those after the position, if there is one. */
    public List<Entry> oldest(@Nullable Instant since, Instant until, @Nullable Position after, int limit) {
        Document within = new Document("$lt", Date.from(until));
        if (since != null) {
            within.append("$gte", Date.from(since));
        }
        return reader.list(OLDEST_FIRST.beyond(new Document("at", within), after), OLDEST_FIRST.order(), limit);
    }

    /** Deletes entries older than that time. */
    public void purgeBefore(Instant time) {
        mongo.execute(COLLECTION, rows -> rows.deleteMany(new Document("at", new Document("$lt", Date.from(time)))));
    }

    private static Entry read(Document row) {
        return new Entry(
                row.getString("_id"),
                Objects.requireNonNull(row.getDate("at")).toInstant(),
                row.getString("tenant"),
                row.getString("key_id"),
                row.getString("action"),
                row.getString("path"),
                row.getString("address"));
    }

    /**
     * An action of a person.
     *
     * @param tenant owner of the API key
     * @param keyId the API key, {@code configured} for the one of the configuration; null for entries from before there were others
     * @param action the operation id of the API
     * @param path of the request, including ids
     * @param address client address
     */
    public record Entry(
            String auditId,
            Instant at,
            String tenant,
            @Nullable String keyId,
            String action,
            String path,
            String address) {}
}
