package io.eventjobs.worker.checkpoint;

/**
 * The result of looking up a step's checkpoint.
 *
 * @param <V> JSON part of the result
 */
sealed interface Lookup<V> {
    /**
     * A stored result that this execution may use.
     *
     * @param isOwn whether the same run computed or validated it
     */
    record Hit<V>(CheckpointDocument document, V value, boolean isOwn) implements Lookup<V> {}

    /**
     * No result that this execution may use.
     *
     * @param replaces whether a checkpoint exists nevertheless and is to be replaced
     */
    record Miss<V>(boolean replaces) implements Lookup<V> {}
}
