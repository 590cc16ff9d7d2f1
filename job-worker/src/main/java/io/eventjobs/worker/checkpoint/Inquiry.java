package io.eventjobs.worker.checkpoint;

import java.io.IOException;
import java.time.Duration;

/**
 * Finds out whether what another run made of a step still holds.
 *
 * @param <T> the step's result
 * @param <V> what is kept of it as JSON
 * @param <X> how else it fails
 */
@FunctionalInterface
public interface Inquiry<T, V, X extends Exception> {
    Verdict<T> ask(V kept, Age age) throws X, IOException, InterruptedException;

    /**
     * How old a checkpoint is.
     *
     * @param sinceMade since the step was done
     * @param sinceConfirmed since it was last known to hold; at most as long
     */
    record Age(Duration sinceMade, Duration sinceConfirmed) {}
}
