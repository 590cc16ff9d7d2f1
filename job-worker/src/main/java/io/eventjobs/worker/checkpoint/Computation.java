package io.eventjobs.worker.checkpoint;

import java.io.IOException;

/**
 * Computes the result of a step for which there is no checkpoint.
 *
 * @param <T> its result
 * @param <X> additional exception that it may throw
 */
@FunctionalInterface
public interface Computation<T, X extends Exception> {
    T compute() throws X, IOException, InterruptedException;
}
