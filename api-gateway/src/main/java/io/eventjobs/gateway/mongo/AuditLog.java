package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.web.Cursor;
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

/** What people did, in MongoDB. Thread-safe. */
@Component
public class AuditLog {
    private static final String COLLECTION = "audit";

    private final MongoTemplate mongo;
    private final CollectionReader<Entry> reader;
    private final Clock clock;

    AuditLog(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.reader = new CollectionReader<>(mongo, COLLECTION, AuditLog::read);
        this.clock = clock;
    }

    public void add(String tenant, String action, String path, String address) {
        Document row = new Document("_id", UUID.randomUUID().toString())
                .append("at", Date.from(clock.instant()))
                .append("tenant", tenant)
                .append("action", action)
                .append("path", path)
                .append("address", address);
        mongo.execute(COLLECTION, rows -> rows.insertOne(row));
    }

    /** The newest first, before the cursor, at most {@code limit}. */
    public List<Entry> newest(@Nullable Cursor before, int limit) {
        Document filter = new Document("at", new Document("$lte", Date.from(clock.instant())));
        if (before != null) {
            Date at = new Date(before.number());
            filter.append(
                    "$or",
                    List.of(
                            new Document("at", new Document("$lt", at)),
                            new Document("at", at).append("_id", new Document("$lt", before.id()))));
        }
        return reader.list(filter, new Document("at", -1).append("_id", -1), limit);
    }

    /** Forgets what was done before that time. */
    public void purgeBefore(Instant time) {
        mongo.execute(COLLECTION, rows -> rows.deleteMany(new Document("at", new Document("$lt", Date.from(time)))));
    }

    private static Entry read(Document row) {
        return new Entry(
                row.getString("_id"),
                Objects.requireNonNull(row.getDate("at")).toInstant(),
                row.getString("tenant"),
                row.getString("action"),
                row.getString("path"),
                row.getString("address"));
    }

    /**
     * One thing that somebody did.
     *
     * @param tenant whose key was shown
     * @param action the operation id of the API
     * @param path of the request, with the ids in it
     * @param address where the request came from
     */
    public record Entry(String auditId, Instant at, String tenant, String action, String path, String address) {}
}
