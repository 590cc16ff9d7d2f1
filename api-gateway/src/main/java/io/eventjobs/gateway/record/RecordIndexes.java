package io.eventjobs.gateway.record;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The indexes: one for each query that the gateway makes, and the unique ones that its conditional updates rest on. Those
 * on {@code _id} and a version are for the embedded server, which uses an index only if it is unique and has just the
 * query's keys; a real MongoDB has no harm from them.
 */
@Component
public class RecordIndexes implements InitializingBean {
    private static final IndexOptions PLAIN = new IndexOptions();
    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);
    private static final IndexOptions SPARSE = new IndexOptions().sparse(true);
    private static final IndexOptions UNIQUE_SPARSE =
            new IndexOptions().unique(true).sparse(true);

    /** The declared indexes by collection, for creation and for the test that holds queries against them. */
    public static final Map<String, List<IndexModel>> DECLARED = Map.of(
            JobDocuments.COLLECTION,
            List.of(
                    index(UNIQUE, "_id", "version"),
                    index(UNIQUE_SPARSE, "idempotency_key"),
                    index(PLAIN, "tenant", "created_at", "_id"),
                    index(PLAIN, "tenant", "status", "created_at", "_id"),
                    index(PLAIN, "tenant", "event", "created_at", "_id"),
                    index(PLAIN, "tenant", "track", "created_at", "_id"),
                    index(PLAIN, "batch", "batch_index"),
                    index(PLAIN, "batch", "status", "batch_index"),
                    index(PLAIN, "status", "updated_at"),
                    index(PLAIN, "batch_touched"),
                    index(PLAIN, "dead_letter.state", "dead_letter.at", "_id"),
                    index(PLAIN, "deleted_at"),
                    index(SPARSE, "outbox.id")),
            BatchDocuments.COLLECTION,
            List.of(
                    index(UNIQUE, "_id", "version"),
                    index(UNIQUE, "_id", "count_version"),
                    index(UNIQUE_SPARSE, "idempotency_key"),
                    index(PLAIN, "tenant", "created_at", "_id"),
                    index(PLAIN, "tenant", "status", "created_at", "_id"),
                    index(PLAIN, "tenant", "event", "created_at", "_id"),
                    index(PLAIN, "status", "updated_at"),
                    index(PLAIN, "deleted_at"),
                    index(SPARSE, "intent.since"),
                    index(SPARSE, "outbox.id")),
            "quarantine",
            List.of(index(PLAIN, "state", "at", "_id")),
            "replays",
            List.of(
                    index(UNIQUE, "_id", "version"),
                    index(UNIQUE_SPARSE, "idempotency_key"),
                    index(PLAIN, "status"),
                    index(PLAIN, "created_at", "_id")),
            "audit",
            List.of(index(PLAIN, "at", "_id")));

    private final MongoTemplate mongo;

    RecordIndexes(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterPropertiesSet() {
        DECLARED.forEach((collection, indexes) -> {
            MongoCollection<Document> target = mongo.getCollection(collection);
            target.createIndexes(indexes);
        });
    }

    private static IndexModel index(IndexOptions options, String... fields) {
        Document keys = new Document();
        for (String field : fields) {
            keys.append(field, 1);
        }
        return new IndexModel(keys, options);
    }
}
