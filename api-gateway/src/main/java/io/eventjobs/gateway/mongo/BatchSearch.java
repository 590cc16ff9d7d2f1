package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.batch.BatchFilter;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.TenantId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Lists of batches for users. Thread-safe. */
@Component
public class BatchSearch {
    private static final Keyset NEWEST_FIRST = new Keyset("created_at", true);
    private static final int MAX_CREATING = 1_000;

    private final CollectionReader<BatchRecord> reader;

    BatchSearch(MongoTemplate mongo) {
        this.reader = new CollectionReader<>(mongo, BatchDocuments.COLLECTION, BatchDocuments::read);
    }

    /** Matching batches, newest first, at most {@code limit}. */
    public List<BatchRecord> newest(BatchFilter filter, @Nullable Position after, int limit) {
        return reader.list(NEWEST_FIRST.beyond(matching(filter), after), NEWEST_FIRST.order(), limit);
    }

    /** The number of matching batches, counted up to {@code max}. */
    public long count(BatchFilter filter, int max) {
        return reader.count(matching(filter), max);
    }

    /** The tenant's batches that are still being created, whose jobs are not visible yet. */
    public Set<BatchKey> creating(TenantId tenant) {
        Document query = new Document("tenant", tenant.value()).append("status", BatchStatus.CREATING.word());
        return reader.list(query, new Document(), MAX_CREATING).stream()
                .map(BatchRecord::key)
                .collect(Collectors.toSet());
    }

    private static Document matching(BatchFilter filter) {
        BatchStatus status = filter.status();
        Document query = new Document("tenant", filter.tenant().value())
                .append("status", status == null ? new Document("$in", visible()) : status.word());
        JobDocuments.putIfKnown(query, "archived", filter.archived());
        JobDocuments.putIfKnown(query, "active", filter.active());
        JobDocuments.putIfKnown(query, "event", filter.event());
        return query;
    }

    private static List<String> visible() {
        return Stream.of(BatchStatus.values())
                .filter(status -> status != BatchStatus.CREATING)
                .map(BatchStatus::word)
                .toList();
    }
}
