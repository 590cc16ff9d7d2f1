package io.eventjobs.artifact;

import java.time.Instant;

/**
 * A multipart upload that was started and neither completed nor aborted.
 *
 * @param key of the object that it would have become
 * @param id of the upload, assigned by the store
 * @param startedAt according to the store; a store that does not know reports the time of the request
 */
public record IncompleteUpload(String key, String id, Instant startedAt) {}
