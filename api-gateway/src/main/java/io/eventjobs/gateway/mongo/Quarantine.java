package io.eventjobs.gateway.mongo;

import com.mongodb.client.model.UpdateOptions;
import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.log.LogKeys;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Stores messages that cannot be read or projected with their bytes, so that none is lost and none blocks others. The same message is
 * stored once. Thread-safe.
 */
@Component
public class Quarantine {
    static final String COLLECTION = "quarantine";

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final MongoTemplate mongo;
    private final CollectionReader<QuarantinedMessage> reader;
    private final Clock clock;

    Quarantine(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.reader = new CollectionReader<>(mongo, COLLECTION, Quarantine::read);
        this.clock = clock;
    }

    /** Stores a message with its position in Kafka. */
    public void keep(Place place, @Nullable String key, String reason, byte[] bytes) {
        Document kept = new Document("topic", place.topic())
                .append("partition", place.partition())
                .append("offset", place.offset())
                .append("key", key)
                .append("reason", reason)
                .append("bytes", new Binary(bytes))
                .append("at", Date.from(clock.instant()))
                .append("state", DeadLetter.State.OPEN.word());
        mongo.execute(
                COLLECTION,
                messages -> messages.updateOne(
                        new Document("_id", place.id()),
                        new Document("$setOnInsert", kept),
                        new UpdateOptions().upsert(true)));
        LOG.atError()
                .addKeyValue(LogKeys.MESSAGE, place.id())
                .addKeyValue("reason", reason)
                .log("Message quarantined");
    }

    public Optional<QuarantinedMessage> find(String id) {
        return reader.first(new Document("_id", id));
    }

    /** Records how an open message was handled; returns whether it was still open. */
    public boolean settle(String id, DeadLetter.State state, @Nullable String replayId) {
        Document open = new Document("_id", id).append("state", DeadLetter.State.OPEN.word());
        Document settled = new Document("state", state.word()).append("replay", replayId);
        Long matched = mongo.execute(COLLECTION, messages -> messages.updateOne(open, new Document("$set", settled))
                .getMatchedCount());
        return matched != null && matched == 1;
    }

    static QuarantinedMessage read(Document document) {
        return new QuarantinedMessage(
                document.getString("_id"),
                document.getString("topic"),
                document.getInteger("partition"),
                document.getLong("offset"),
                document.getString("key"),
                document.getString("reason"),
                document.get("bytes", Binary.class).getData(),
                Objects.requireNonNull(document.getDate("at")).toInstant(),
                DeadLetter.State.of(document.getString("state")),
                document.getString("replay"));
    }

    /**
     * The position of a message.
     *
     * @param topic without the prefix
     */
    public record Place(String topic, int partition, long offset) {
        public String id() {
            return topic + "-" + partition + "-" + offset;
        }
    }
}
