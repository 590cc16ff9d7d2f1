package io.eventjobs.artifact;

/**
 * The object store in all its roles; ask for the role that you need. Thread-safe. It relies only on what every S3 store does
 * alike: no tags, no versioning, no compose, and never a key {@code x} beside {@code x/y}.
 *
 * <p>A key is 1 to 1,024 bytes of UTF-8 without empty, {@code .} or {@code ..} segments. Any other key, and a content type that
 * is not a media type, is an {@link IllegalArgumentException}.
 *
 * <p>Every method throws {@link ArtifactStoreException} when the store does not respond, refuses, or has no such bucket. Calls
 * are bounded in time. A thread that is interrupted while it waits gets that exception, too, and stays interrupted.
 */
public interface ArtifactStore extends ArtifactObjects, ArtifactBucket, MultipartCleanup {}
