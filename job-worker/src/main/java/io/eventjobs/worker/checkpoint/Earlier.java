package io.eventjobs.worker.checkpoint;

import java.time.Instant;

/** What an earlier execution left of a step. */
sealed interface Earlier<T> {
    /** The result, whole and verified. */
    record Whole<T>(T result, Instant createdAt) implements Earlier<T> {}

    /**
     * Nothing that may be used.
     *
     * @param isInTheWay whether there is a checkpoint all the same, which has to give way
     */
    record Nothing<T>(boolean isInTheWay) implements Earlier<T> {}
}
