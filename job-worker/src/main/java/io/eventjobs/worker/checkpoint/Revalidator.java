package io.eventjobs.worker.checkpoint;

import java.io.IOException;
import java.time.Duration;

/**
 * The origin of a result: computes it, and revalidates what another run stored.
 *
 * @param <T> the step's result
 * @param <V> JSON part of the result
 * @param <X> additional exception that it may throw
 */
public interface Revalidator<T, V, X extends Exception> extends Computation<T, X> {
    Revalidation<T> revalidate(V stored, Age age) throws X, IOException, InterruptedException;

    /**
     * How old a checkpoint is.
     *
     * @param sinceCreated since the result was computed
     * @param sinceValidated since it was last known to be valid; at most as long
     */
    record Age(Duration sinceCreated, Duration sinceValidated) {}
}
