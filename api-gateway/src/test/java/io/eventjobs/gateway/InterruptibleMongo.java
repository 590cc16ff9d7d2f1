package io.eventjobs.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A MongoDB that can be away, and that lets a test act between two accesses to a collection. */
final class InterruptibleMongo extends MongoTemplate {
    private final Deque<Interruption> interruptions = new ArrayDeque<>();
    private Predicate<String> away = collection -> false;

    InterruptibleMongo(MongoDatabaseFactory factory) {
        super(factory);
    }

    void isAway(Predicate<String> collections) {
        away = collections;
    }

    /** Runs the action before so many accesses to the collection are over and the next one is made; once. */
    void before(String collection, int accesses, Runnable action) {
        interruptions.add(new Interruption(collection, accesses, action));
    }

    @Override
    public <T> @Nullable T execute(String collection, CollectionCallback<T> action) {
        if (away.test(collection)) {
            throw new DataAccessResourceFailureException(collection + " is away");
        }
        Interruption next = interruptions.peek();
        if (next != null && next.collection.equals(collection) && next.accessesLeft-- == 0) {
            interruptions.remove();
            next.action.run();
        }
        return super.execute(collection, action);
    }

    private static final class Interruption {
        private final String collection;
        private final Runnable action;
        private int accessesLeft;

        Interruption(String collection, int accessesLeft, Runnable action) {
            this.collection = collection;
            this.accessesLeft = accessesLeft;
            this.action = action;
        }
    }
}
