package io.eventjobs.gateway.transition;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Optimistic locking: a record is read, changed, and stored if no other version was stored meanwhile; otherwise the attempt is repeated
 * with the stored record. The first retry follows at once, each further one after a random pause, so that colliding writers do not collide
 * again. Thread-safe.
 */
@Component
public final class ConditionalUpdate {
    /** So many lost attempts in a row indicate a bug rather than contention. */
    static final int MAX_TRIES = 50;

    private final Pause pause;

    public ConditionalUpdate(Pause pause) {
        this.pause = pause;
    }

    /**
     * Repeats the attempt until it succeeds.
     *
     * @param subject the changed record, for exception messages
     * @param attempt reads, decides and stores once; must read again each time
     * @return the result of the successful attempt
     * @throws ContentionException if {@value #MAX_TRIES} attempts in a row were lost
     */
    public <T> T run(Object subject, Supplier<Attempt<T>> attempt) {
        for (int lost = 0; lost < MAX_TRIES; lost++) {
            if (lost > 1) {
                pause.afterLosing(lost);
            }
            if (attempt.get() instanceof Attempt.Done<T> done) {
                return done.result();
            }
        }
        throw new ContentionException(subject + " was changed by others " + MAX_TRIES + " times in a row");
    }

    /** The result of one attempt. */
    public sealed interface Attempt<T> {
        /** Stored, or there was nothing to store. */
        record Done<T>(T result) implements Attempt<T> {}

        /** Another version was stored first. */
        record Lost<T>() implements Attempt<T> {}

        static <T> Attempt<T> done(T result) {
            return new Done<>(result);
        }

        static <T> Attempt<T> lost() {
            return new Lost<>();
        }

        /** Converts the result of a conditional store: the stored record, or empty after a concurrent change. */
        static <T> Attempt<T> of(Optional<T> stored) {
            return stored.<Attempt<T>>map(Done::new).orElseGet(Lost::new);
        }
    }

    /** The pause before a lost attempt is repeated. */
    @FunctionalInterface
    public interface Pause {
        /** @param lost number of attempts lost in a row */
        void afterLosing(int lost);
    }
}
