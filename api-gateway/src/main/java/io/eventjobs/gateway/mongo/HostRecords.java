package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.host.HostPermit;
import io.eventjobs.gateway.host.HostRecord;
import io.eventjobs.model.job.JobId;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The records of hosts in MongoDB, changed by conditional updates only. Thread-safe. Throws Spring's {@link
 * org.springframework.dao.DataAccessException} if MongoDB does not respond.
 */
@Component
public class HostRecords {
    private static final String COLLECTION = "hosts";

    private final MongoTemplate mongo;
    private final Clock clock;
    private final CollectionReader<HostRecord> reader;

    HostRecords(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        this.reader = new CollectionReader<>(mongo, COLLECTION, HostRecords::read);
    }

    /** The stored record, or a new one if the host is not stored. */
    public HostRecord find(String host) {
        return reader.first(new Document("_id", host)).orElseGet(() -> HostRecord.fresh(host));
    }

    /** Returns the stored record; empty if it was changed concurrently. */
    public Optional<HostRecord> store(HostRecord before, HostRecord after) {
        if (before.version() == 0) {
            // A host that was deleted and is stored again must not reuse a version that is cached somewhere.
            return insert(after.atVersion(clock.millis()));
        }
        HostRecord next = after.atVersion(before.version() + 1);
        Long matched = mongo.execute(COLLECTION, hosts -> hosts.replaceOne(current(before), write(next))
                .getMatchedCount());
        return matched != null && matched == 1 ? Optional.of(next) : Optional.empty();
    }

    /** Deletes a host unless it was changed concurrently. */
    public void forget(HostRecord host) {
        mongo.execute(COLLECTION, hosts -> hosts.deleteOne(current(host)));
    }

    /** Stored hosts after this name (empty: from the first), at most this many. */
    public List<HostRecord> after(String host, int limit) {
        return reader.list(new Document("_id", new Document("$gt", host)), new Document("_id", 1), limit);
    }

    private Optional<HostRecord> insert(HostRecord next) {
        try {
            mongo.execute(COLLECTION, hosts -> hosts.insertOne(write(next)));
            return Optional.of(next);
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    private static Document current(HostRecord host) {
        return new Document("_id", host.host()).append("version", host.version());
    }

    private static Document write(HostRecord host) {
        Document document = new Document("_id", host.host())
                .append("version", host.version())
                .append(
                        "permits",
                        host.permits().stream().map(HostRecords::permit).toList());
        if (host.closedUntil() != null) {
            document.append("closed_until", Date.from(host.closedUntil()));
        }
        if (host.nextStart() != null) {
            document.append("next_start", Date.from(host.nextStart()));
        }
        return document;
    }

    private static Document permit(HostPermit permit) {
        return new Document("job_id", permit.jobId().value())
                .append("token", permit.token())
                .append("at", Date.from(permit.at()));
    }

    private static HostRecord read(Document document) {
        return new HostRecord(
                document.getString("_id"),
                document.get("version", Number.class).longValue(),
                document.getList("permits", Document.class, List.of()).stream()
                        .map(permit -> new HostPermit(
                                new JobId(permit.getString("job_id")),
                                permit.get("token", Number.class).longValue(),
                                permit.getDate("at").toInstant()))
                        .toList(),
                instant(document, "closed_until"),
                instant(document, "next_start"));
    }

    private static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
