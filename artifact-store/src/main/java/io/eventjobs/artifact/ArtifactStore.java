package io.eventjobs.artifact;

/**
 * The object store in all its roles; depend on the role that you need. Thread-safe. It uses only what all S3 stores have in
 * common: no tags, no versioning, no server-side compose. Callers must not use a key {@code x} beside {@code x/y}.
 *
 * <p>A key is 1 to 1,024 bytes of UTF-8 without empty, {@code .} or {@code ..} segments. For any other key, and for a content
 * type that is not a media type, methods throw {@link IllegalArgumentException}.
 *
 * <p>Every method throws {@link ArtifactStoreException} if the store does not respond, refuses, or has no such bucket, and also
 * if the thread is interrupted while it waits; the interrupt flag stays set. All calls are bounded in time ({@link
 * StoreTimeouts}).
 */
public interface ArtifactStore extends ArtifactObjects, ArtifactBucket, MultipartCleanup, AutoCloseable {
    /** Releases connections, if the store has any; calls in progress are aborted, later ones fail. */
    @Override
    default void close() {}
}
