package io.eventjobs.gateway.mongo;

import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Whether the queue is paused, for all gateways; a single document. Thread-safe. */
@Component
public class QueueSetting {
    private static final String COLLECTION = "settings";
    private static final Document QUEUE = new Document("_id", "queue");

    private final MongoTemplate mongo;

    QueueSetting(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** The stored setting. */
    public State read() {
        Document found =
                mongo.execute(COLLECTION, settings -> settings.find(QUEUE).first());
        return found == null
                ? new State(false, null)
                : new State(found.getBoolean("paused", false), JobDocuments.instant(found, "since"));
    }

    public void set(boolean paused, Instant since) {
        Document set = new Document("paused", paused).append("since", Date.from(since));
        mongo.execute(
                COLLECTION,
                settings -> settings.updateOne(QUEUE, new Document("$set", set), new UpdateOptions().upsert(true)));
    }

    /** @param since time of the last switch, null if never */
    public record State(boolean paused, @Nullable Instant since) {}
}
