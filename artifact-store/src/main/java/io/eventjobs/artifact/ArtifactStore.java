package io.eventjobs.artifact;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The object store in the only role that we need: whole objects by key in one bucket. Thread-safe. Within what every S3
 * does the same: no tags, no versioning, no compose, never a key {@code x} beside {@code x/y}.
 *
 * <p>A key is 1 to 1,024 bytes of UTF-8 without empty, {@code .} or {@code ..} segments; another one, and a content type
 * that is no media type, is an {@link IllegalArgumentException}.
 *
 * <p>Every method throws {@link ArtifactStoreException} when the store does not answer, refuses, or has no such bucket.
 * Calls are bounded in time. A thread that is interrupted while it waits gets that exception, too, and stays interrupted.
 */
public interface ArtifactStore {
    /** Makes the bucket if it is missing; to be called once at start, may be repeated. */
    void prepare();

    /**
     * Stores a file; parts of at most 10 MiB, so memory does not grow with the file. One that cannot be read is an {@link
     * java.io.UncheckedIOException}.
     */
    void put(String key, Path file, String contentType);

    /** Stores bytes: with one request, so for what is small. */
    void put(String key, byte[] content, String contentType);

    /**
     * Stores bytes unless there is an object at the key ({@code If-None-Match: *}); whether it did. Of many callers at once
     * one does. After an {@link ArtifactStoreException} it may have.
     */
    boolean putIfAbsent(String key, byte[] content, String contentType);

    /** What is known of an object without reading it. */
    Optional<ObjectMetadata> find(String key);

    /**
     * Opens an object; the caller closes the stream. Throws {@link ObjectMissingException} when there is none. Reading an
     * object that breaks off or falls silent is an {@link java.io.IOException}, never an early end.
     */
    InputStream open(String key);

    /**
     * Opens {@code length} bytes from {@code offset}; both within the object.
     *
     * @param offset 0 or more
     * @param length 1 or more
     */
    InputStream open(String key, long offset, long length);

    /**
     * What there is whose keys begin with a prefix, in the store's order, after {@code startAfter} (empty: from the first).
     *
     * @param limit how many at most, 1 or more
     */
    List<ListedObject> listObjects(String prefix, String startAfter, int limit);

    /** The keys alone of {@link #listObjects}. */
    default List<String> list(String prefix, String startAfter, int limit) {
        return listObjects(prefix, startAfter, limit).stream()
                .map(ListedObject::key)
                .toList();
    }

    /** Deletes objects; what is not there is no fault, and some stores see it so even where the bucket is not there. */
    void delete(List<String> keys);

    /**
     * Uploads in parts that nobody finished, or that are under way.
     *
     * @param limit how many at most, 1 to 1000
     */
    List<IncompleteUpload> incompleteUploads(int limit);

    /** Ends an upload and deletes its parts; one that is not there any more is no fault. */
    void abort(IncompleteUpload upload);
}
