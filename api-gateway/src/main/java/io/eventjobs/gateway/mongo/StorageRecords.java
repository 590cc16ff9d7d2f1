package io.eventjobs.gateway.mongo;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import io.eventjobs.model.job.TenantId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The size of each tenant's objects: counted by every walk of the object sweep, and increased in between. Thread-safe. Throws Spring's {@link
 * org.springframework.dao.DataAccessException} if MongoDB does not respond.
 */
@Component
public class StorageRecords {
    private static final String COLLECTION = "storage";

    private final MongoTemplate mongo;
    private final CollectionReader<Document> reader;

    StorageRecords(MongoTemplate mongo) {
        this.mongo = mongo;
        this.reader = new CollectionReader<>(mongo, COLLECTION, document -> document);
    }

    /** 0 if nothing was counted yet. */
    public long bytes(TenantId tenant) {
        return reader.first(new Document("_id", tenant.value()))
                .map(found -> found.get("bytes", Number.class).longValue())
                .orElse(0L);
    }

    public void add(TenantId tenant, long bytes) {
        mongo.execute(
                COLLECTION,
                storage -> storage.updateOne(
                        new Document("_id", tenant.value()),
                        new Document("$inc", new Document("bytes", bytes)),
                        new UpdateOptions().upsert(true)));
    }

    /** Replaces the sizes of all tenants; a tenant that is not among these has nothing stored. */
    public void replace(Map<String, Long> bytesByTenant) {
        Set<String> tenants = new HashSet<>(bytesByTenant.keySet());
        reader.list(new Document("_id", new Document("$gte", "")), new Document("_id", 1), 100_000)
                .forEach(known -> tenants.add(known.getString("_id")));
        for (String tenant : tenants) {
            Document counted = new Document("_id", tenant).append("bytes", bytesByTenant.getOrDefault(tenant, 0L));
            mongo.execute(
                    COLLECTION,
                    storage -> storage.replaceOne(
                            new Document("_id", tenant), counted, new ReplaceOptions().upsert(true)));
        }
    }
}
