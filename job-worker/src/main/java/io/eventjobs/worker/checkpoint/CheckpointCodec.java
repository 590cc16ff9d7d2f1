package io.eventjobs.worker.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How the result of a step is kept: what JSON says of it, and its files.
 *
 * @param <T> the result
 * @param <V> what is kept as JSON: a record of texts, whole numbers, truths, and lists and records of them
 */
public interface CheckpointCodec<T, V> {
    /** What the result is of, for the job's log. */
    String subject();

    Class<V> valueType();

    /** Whether the step is finished with this result. Only that is kept: what failed in part is done again. */
    boolean isFinished(T result);

    V value(T result);

    /** Files of the result, to be kept in this order. */
    List<Path> files(T result);

    /**
     * The result again. Its files are the form's own, to be moved to where they belong; what is not moved is deleted.
     *
     * @param files as many as there were, with the bytes that they had
     * @throws UnusableCheckpointException when value and files do not fit together
     */
    T restored(V value, List<Path> files) throws IOException, UnusableCheckpointException;
}
