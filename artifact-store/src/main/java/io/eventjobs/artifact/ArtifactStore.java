package io.eventjobs.artifact;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The object store in the only role that we need: whole objects by key in one bucket. Thread-safe. Within what every S3
 * does the same: no tags, no versioning, no compose, never a key {@code x} beside {@code x/y}.
 *
 * <p>Every method throws {@link ArtifactStoreException} when the store does not answer or refuses; calls are bounded in
 * time.
 */
public interface ArtifactStore {
    /** Makes the bucket if it is missing; to be called once at start, may be repeated. */
    void prepare();

    /** Stores a file; parts of at most 10 MiB, so memory does not grow with the file. */
    void put(String key, Path file, String contentType);

    /** Stores bytes. */
    void put(String key, byte[] content, String contentType);

    /** Stores bytes unless there is an object at the key ({@code If-None-Match: *}); whether it did. */
    boolean putIfAbsent(String key, byte[] content, String contentType);

    /** What is known of an object without reading it. */
    Optional<ObjectFacts> find(String key);

    /** Opens an object; the caller closes the stream. Throws {@link ObjectMissingException} when there is none. */
    InputStream open(String key);

    /** Opens {@code length} bytes from {@code offset}; both within the object. */
    InputStream open(String key, long offset, long length);

    /** Keys below a prefix in order, after {@code startAfter} (empty: from the first), at most {@code limit}. */
    List<String> list(String prefix, String startAfter, int limit);

    /** Deletes objects; what is not there is no fault. */
    void delete(List<String> keys);
}
