package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.UploadAddress;
import io.eventjobs.model.job.UploadId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The records of uploads in MongoDB, changed by conditional updates only. Thread-safe. Throws Spring's {@link
 * org.springframework.dao.DataAccessException} if MongoDB does not respond.
 */
@Component
public class UploadRecords {
    private static final String COLLECTION = "uploads";

    private final MongoTemplate mongo;
    private final CollectionReader<UploadRecord> reader;

    UploadRecords(MongoTemplate mongo) {
        this.mongo = mongo;
        this.reader = new CollectionReader<>(mongo, COLLECTION, UploadRecords::read);
    }

    /** @throws DuplicateKeyException if its idempotency key exists already */
    public void insert(UploadRecord upload) {
        mongo.execute(COLLECTION, uploads -> uploads.insertOne(write(upload)));
    }

    public Optional<UploadRecord> find(UploadId id) {
        return reader.first(new Document("_id", id.value()));
    }

    public Optional<UploadRecord> findByIdempotencyKey(String key) {
        return reader.first(new Document("idempotency_key", key));
    }

    /** The number of a tenant's files that no job ever referred to, counted up to {@code max}. */
    public long unnamed(TenantId tenant, int max) {
        return reader.count(new Document("tenant", tenant.value()).append("named", false), max);
    }

    /** Some of the expired files, oldest first. */
    public List<UploadRecord> expired(Instant now, int limit) {
        return reader.list(
                new Document("expires_at", new Document("$lt", Date.from(now))), new Document("expires_at", 1), limit);
    }

    /** Returns the stored record; empty if it was changed concurrently. */
    public Optional<UploadRecord> store(UploadRecord before, UploadRecord after) {
        UploadRecord next = after.atVersion(before.version() + 1);
        Long matched = mongo.execute(COLLECTION, uploads -> uploads.replaceOne(current(before), write(next))
                .getMatchedCount());
        return matched != null && matched == 1 ? Optional.of(next) : Optional.empty();
    }

    public void delete(UploadRecord upload) {
        mongo.execute(COLLECTION, uploads -> uploads.deleteOne(current(upload)));
    }

    private static Document current(UploadRecord upload) {
        return new Document("_id", upload.address().id().value()).append("version", upload.version());
    }

    private static Document write(UploadRecord upload) {
        UploadRecord.File file = upload.file();
        Document document = new Document("_id", upload.address().id().value())
                .append("version", upload.version())
                .append("tenant", upload.tenant().value())
                .append("address_name", upload.address().name())
                .append("name", file.name())
                .append("content_type", file.contentType())
                .append("bytes", file.bytes())
                .append("sha256", file.sha256())
                .append("stored", upload.stored())
                .append("named", upload.named())
                .append("created_at", Date.from(upload.createdAt()))
                .append("expires_at", Date.from(upload.expiresAt()));
        IdempotencyMark mark = upload.idempotency();
        if (mark != null) {
            document.append("idempotency_key", mark.key()).append("body_hash", mark.bodyHash());
        }
        return document;
    }

    private static UploadRecord read(Document document) {
        String key = document.getString("idempotency_key");
        return new UploadRecord(
                new UploadAddress(new UploadId(document.getString("_id")), document.getString("address_name")),
                new TenantId(document.getString("tenant")),
                document.get("version", Number.class).longValue(),
                new UploadRecord.File(
                        document.getString("name"),
                        document.getString("content_type"),
                        document.get("bytes", Number.class).longValue(),
                        document.getString("sha256")),
                document.getBoolean("stored", false),
                document.getBoolean("named", false),
                document.getDate("created_at").toInstant(),
                document.getDate("expires_at").toInstant(),
                key == null ? null : new IdempotencyMark(key, document.getString("body_hash")));
    }
}
