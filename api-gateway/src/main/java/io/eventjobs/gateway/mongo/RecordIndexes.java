package io.eventjobs.gateway.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import io.eventjobs.connection.ServiceRefusedException;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.log.LogKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The indexes: one for each query of the gateway, and the unique ones of idempotency keys. Conditional updates by {@code _id} and a version
 * need none beside that of {@code _id}.
 */
@Component
public class RecordIndexes implements InitializingBean {
    private static final Duration AGAIN = Duration.ofMillis(250);
    private static final IndexOptions PLAIN = new IndexOptions();
    private static final IndexOptions SPARSE = new IndexOptions().sparse(true);
    private static final IndexOptions UNIQUE_SPARSE =
            new IndexOptions().unique(true).sparse(true);

    /** The declared indexes by collection, for creation and for the test that compares queries with them. */
    public static final Map<String, List<IndexModel>> DECLARED = Map.of(
            KeyRecords.COLLECTION,
            List.of(
                    index(UNIQUE_SPARSE, "idempotency_key"),
                    index(PLAIN, "created_at", "_id"),
                    index(PLAIN, "tenant", "created_at", "_id"),
                    index(PLAIN, "revoked_at")),
            JobDocuments.COLLECTION,
            List.of(
                    index(UNIQUE_SPARSE, "idempotency_key"),
                    index(PLAIN, "tenant", "created_at", "_id"),
                    index(PLAIN, "tenant", "status", "created_at", "_id"),
                    index(PLAIN, "tenant", "event", "created_at", "_id"),
                    index(PLAIN, "tenant", "track", "created_at", "_id"),
                    index(PLAIN, "batch", "batch_index"),
                    index(PLAIN, "batch", "status", "batch_index"),
                    index(PLAIN, "status", "updated_at"),
                    index(PLAIN, "batch_touched"),
                    index(SPARSE, "uploads"),
                    index(PLAIN, "dead_letter.state", "dead_letter.at", "_id"),
                    index(PLAIN, "deleted_at"),
                    index(SPARSE, "outbox.id")),
            BatchDocuments.COLLECTION,
            List.of(
                    index(UNIQUE_SPARSE, "idempotency_key"),
                    index(PLAIN, "tenant", "created_at", "_id"),
                    index(PLAIN, "tenant", "status", "created_at", "_id"),
                    index(PLAIN, "tenant", "event", "created_at", "_id"),
                    index(PLAIN, "status", "updated_at"),
                    index(PLAIN, "deleted_at"),
                    index(SPARSE, "intent.since"),
                    index(SPARSE, "outbox.id")),
            "uploads",
            List.of(
                    index(UNIQUE_SPARSE, "idempotency_key"),
                    index(PLAIN, "tenant", "named"),
                    index(PLAIN, "expires_at")),
            "quarantine",
            List.of(index(PLAIN, "state", "at", "_id")),
            "replays",
            List.of(index(UNIQUE_SPARSE, "idempotency_key"), index(PLAIN, "status"), index(PLAIN, "created_at", "_id")),
            "audit",
            List.of(index(PLAIN, "at", "_id")),
            WebhookRecords.COLLECTION,
            List.of(index(PLAIN, "owner", "ended_at")),
            DeliveryRecords.COLLECTION,
            List.of(
                    index(PLAIN, "status", "due_at"),
                    index(PLAIN, "tenant", "created_at", "_id"),
                    index(PLAIN, "tenant", "subject", "created_at", "_id"),
                    index(PLAIN, "webhook", "created_at", "_id"),
                    index(PLAIN, "finished_at")));

    private static final Logger LOG = LoggerFactory.getLogger(RecordIndexes.class);
    private static final Duration LOG_INTERVAL = Duration.ofSeconds(10);

    private final MongoTemplate mongo;
    private final Ticker ticker;
    private final Duration startTimeout;
    private final MongoRefusals refusals;

    RecordIndexes(
            MongoTemplate mongo,
            Ticker ticker,
            @Value("${event-jobs.start-timeout:5m}") Duration startTimeout,
            MongoRefusals refusals) {
        this.mongo = mongo;
        this.ticker = ticker;
        this.startTimeout = startTimeout;
        this.refusals = refusals;
    }

    /** Waits for MongoDB, without which nothing can be served; the start fails after this time, and at once if it refuses this process. */
    @Override
    public void afterPropertiesSet() throws InterruptedException {
        long start = ticker.nanos();
        long logged = start - LOG_INTERVAL.toNanos();
        while (true) {
            try {
                DECLARED.forEach(
                        (collection, indexes) -> mongo.getCollection(collection).createIndexes(indexes));
                return;
            } catch (MongoException e) {
                Optional<ServiceRefusedException> refusal = refusals.of(e);
                if (refusal.isPresent()) {
                    throw refusal.get();
                }
                long now = ticker.nanos();
                if (now - start > startTimeout.toNanos()) {
                    throw new IllegalStateException("MongoDB did not answer within " + startTimeout, e);
                }
                if (now - logged >= LOG_INTERVAL.toNanos()) {
                    logged = now;
                    LOG.atInfo().addKeyValue(LogKeys.FAULT, e.getMessage()).log("Waiting for MongoDB");
                }
                Thread.sleep(AGAIN);
            }
        }
    }

    private static IndexModel index(IndexOptions options, String... fields) {
        Document keys = new Document();
        for (String field : fields) {
            keys.append(field, 1);
        }
        return new IndexModel(keys, options);
    }
}
