package io.eventjobs.artifact;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whole objects by key, in one bucket. Thread-safe. Keys, failures and time limits are those of {@link ArtifactStore}.
 */
public interface ArtifactObjects {
    /**
     * Stores a file, in parts of at most 10 MiB, so that memory use does not grow with the file. Throws {@link
     * java.io.UncheckedIOException} if the file cannot be read.
     */
    void put(String key, Path file, String contentType);

    /** Stores bytes with a single request; for small content. */
    void put(String key, byte[] content, String contentType);

    /**
     * Stores bytes unless there is an object at the key ({@code If-None-Match: *}); returns whether they were stored. Of several
     * concurrent callers exactly one succeeds. After an {@link ArtifactStoreException} the object may have been stored.
     */
    boolean putIfAbsent(String key, byte[] content, String contentType);

    /** The metadata of an object, without reading its content. */
    Optional<ObjectMetadata> find(String key);

    /**
     * Opens an object; the caller closes the stream. Throws {@link ObjectMissingException} if there is none. A read that
     * breaks off or stalls throws {@link java.io.IOException}; the stream never just ends early.
     */
    InputStream open(String key);

    /**
     * As {@link #open(String)}, for {@code length} bytes from {@code offset}; the range must lie within the object.
     *
     * @param offset 0 or more
     * @param length 1 or more
     */
    InputStream open(String key, long offset, long length);

    /**
     * Lists objects whose keys begin with a prefix, in the store's order, which on S3 is that of the keys' UTF-8 bytes.
     *
     * @param startAfter the key after which to begin; empty to begin with the first
     * @param limit maximum number of objects, 1 or more
     */
    List<ListedObject> listObjects(String prefix, String startAfter, int limit);

    /** As {@link #listObjects}, the keys only. */
    default List<String> list(String prefix, String startAfter, int limit) {
        return listObjects(prefix, startAfter, limit).stream()
                .map(ListedObject::key)
                .toList();
    }

    /**
     * Deletes any number of objects. A missing object is not an error, nor is, in some stores, a missing bucket.
     */
    void delete(List<String> keys);
}
