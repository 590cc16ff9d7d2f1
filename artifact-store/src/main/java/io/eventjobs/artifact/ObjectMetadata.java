package io.eventjobs.artifact;

import java.time.Instant;

/**
 * The metadata of an object.
 *
 * @param bytes size of the content
 * @param etag entity tag, without quotes
 */
public record ObjectMetadata(String key, long bytes, String etag, String contentType, Instant modified) {}
