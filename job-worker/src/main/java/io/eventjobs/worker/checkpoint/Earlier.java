package io.eventjobs.worker.checkpoint;

/**
 * What an earlier execution left of a step.
 *
 * @param <V> what is kept as JSON
 */
sealed interface Earlier<V> {
    /**
     * A result that this execution may use.
     *
     * @param isOwn whether the same run made it or found that it holds
     */
    record Kept<V>(CheckpointDocument document, V value, boolean isOwn) implements Earlier<V> {}

    /**
     * Nothing that may be used.
     *
     * @param isInTheWay whether there is a checkpoint all the same, which has to give way
     */
    record Nothing<V>(boolean isInTheWay) implements Earlier<V> {}
}
