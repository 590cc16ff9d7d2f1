package io.eventjobs.worker.checkpoint;

import java.io.IOException;

/**
 * Does a step that was not done before.
 *
 * @param <T> its result
 * @param <X> how else it fails
 */
@FunctionalInterface
public interface StepWork<T, X extends Exception> {
    T perform() throws X, IOException, InterruptedException;
}
