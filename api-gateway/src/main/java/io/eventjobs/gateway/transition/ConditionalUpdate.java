package io.eventjobs.gateway.transition;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Optimistic locking: a record is read, changed and stored on condition that nobody stored another version meanwhile; whoever
 * loses begins again with what is stored. The first retry follows at once, each further one after a pause, so that writers
 * who collided do not collide again. Thread-safe.
 */
@Component
public final class ConditionalUpdate {
    /** Losing so often in a row is not contention but a fault. */
    static final int MAX_TRIES = 50;

    private final Pause pause;

    public ConditionalUpdate(Pause pause) {
        this.pause = pause;
    }

    /**
     * Makes the attempt until it is done.
     *
     * @param subject what is changed, for the message of the exception
     * @param attempt reads, decides and stores once; must read anew each time
     * @return the result of the attempt that was done
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

    /** What came of one attempt. */
    public sealed interface Attempt<T> {
        /** Stored, or there was nothing to store. */
        record Done<T>(T result) implements Attempt<T> {}

        /** Somebody else stored another version first. */
        record Lost<T>() implements Attempt<T> {}

        static <T> Attempt<T> done(T result) {
            return new Done<>(result);
        }

        static <T> Attempt<T> lost() {
            return new Lost<>();
        }

        /** What a conditional store answered: the stored record, or nothing if somebody was faster. */
        static <T> Attempt<T> of(Optional<T> stored) {
            return stored.<Attempt<T>>map(Done::new).orElseGet(Lost::new);
        }
    }

    /** How a writer that lost waits before it tries again. */
    @FunctionalInterface
    public interface Pause {
        /** @param lost how many attempts in a row were lost */
        void afterLosing(int lost);
    }
}
