package io.eventjobs.gateway.projection;

import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Where messages go that cannot be read or projected: kept with their bytes, so that nothing is lost and nothing is blocked.
 * The same message is kept once.
 */
public final class Quarantine {
    static final String COLLECTION = "quarantine";

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final MongoTemplate mongo;
    private final Clock clock;

    public Quarantine(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Keeps a message of a place in Kafka. */
    void keep(String topic, int partition, long offset, String reason, byte[] bytes) {
        String id = topic + "-" + partition + "-" + offset;
        Document kept = new Document("topic", topic)
                .append("partition", partition)
                .append("offset", offset)
                .append("reason", reason)
                .append("bytes", new Binary(bytes))
                .append("at", Date.from(clock.instant()));
        mongo.execute(
                COLLECTION,
                messages -> messages.replaceOne(new Document("_id", id), kept, new ReplaceOptions().upsert(true)));
        LOG.atError().addKeyValue("message", id).addKeyValue("reason", reason).log("Message quarantined");
    }
}
