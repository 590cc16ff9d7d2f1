package io.eventjobs.worker.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Converts the result of a step to and from its stored form: a JSON value and files.
 *
 * @param <T> the result
 * @param <V> the JSON value: a record of strings, integers, booleans, and lists and records of these
 */
public interface CheckpointCodec<T, V> {
    /** What the result is about, for the job's log. */
    String subject();

    Class<V> valueType();

    /** Whether the result is complete. Only such results are stored, so that a partly failed step is repeated. */
    boolean isComplete(T result);

    V encode(T result);

    /** Files of the result, stored in this order. */
    List<Path> files(T result);

    /**
     * Decodes a stored result.
     *
     * @param files copies of the stored files, in order, for the codec to move to their destination; those left behind are deleted
     * @throws UnusableCheckpointException if value and files do not fit together
     */
    T decode(V value, List<Path> files) throws IOException, InterruptedException, UnusableCheckpointException;
}
