package io.eventjobs.artifact;

import java.time.Instant;

/**
 * What is known of an object without reading it.
 *
 * @param etag without quotes
 */
public record ObjectMetadata(String key, long bytes, String etag, String contentType, Instant modified) {}
