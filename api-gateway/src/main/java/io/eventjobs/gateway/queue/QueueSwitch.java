package io.eventjobs.gateway.queue;

import com.mongodb.client.model.UpdateOptions;
import io.eventjobs.gateway.background.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether anything may start, for all gateways: one document, looked at by each of them every {@value #LOOK_MILLIS} ms.
 * Thread-safe.
 */
@Component
public class QueueSwitch implements BooleanSupplier {
    private static final int LOOK_MILLIS = 500;
    private static final long LOOK_NANOS = Duration.ofMillis(LOOK_MILLIS).toNanos();
    private static final String COLLECTION = "settings";
    private static final Document QUEUE = new Document("_id", "queue");

    private final MongoTemplate mongo;
    private final Ticker ticker;
    private final Clock clock;
    private volatile @Nullable Look last;

    QueueSwitch(MongoTemplate mongo, Ticker ticker, Clock clock) {
        this.mongo = mongo;
        this.ticker = ticker;
        this.clock = clock;
    }

    /** Whether nothing may start, as of a moment ago. */
    @Override
    public boolean getAsBoolean() {
        Look look = last;
        long now = ticker.nanos();
        if (look == null || now - look.atNanos > LOOK_NANOS) {
            look = new Look(state().paused(), now);
            last = look;
        }
        return look.paused;
    }

    /** As it is stored now. */
    State state() {
        Document found =
                mongo.execute(COLLECTION, settings -> settings.find(QUEUE).first());
        if (found == null) {
            return new State(false, null);
        }
        Date since = found.getDate("since");
        return new State(found.getBoolean("paused", false), since == null ? null : since.toInstant());
    }

    void set(boolean paused) {
        Document set = new Document("paused", paused).append("since", Date.from(clock.instant()));
        mongo.execute(
                COLLECTION,
                settings -> settings.updateOne(QUEUE, new Document("$set", set), new UpdateOptions().upsert(true)));
        last = new Look(paused, ticker.nanos());
    }

    /** @param since when it was switched last, null if never */
    record State(boolean paused, @Nullable Instant since) {}

    private record Look(boolean paused, long atNanos) {}
}
