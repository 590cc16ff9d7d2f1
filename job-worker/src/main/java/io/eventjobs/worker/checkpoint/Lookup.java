package io.eventjobs.worker.checkpoint;

/**
 * What earlier executions stored of a step.
 *
 * @param <V> the part that is stored as JSON
 */
sealed interface Lookup<V> {
    /**
     * A result that this execution may use.
     *
     * @param isOwn whether the same run computed or validated it
     */
    record Hit<V>(CheckpointDocument document, V value, boolean isOwn) implements Lookup<V> {}

    /**
     * Nothing that this execution may use.
     *
     * @param replaces whether a checkpoint is there all the same, which the new one replaces
     */
    record Miss<V>(boolean replaces) implements Lookup<V> {}
}
