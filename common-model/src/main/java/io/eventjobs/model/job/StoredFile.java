package io.eventjobs.model.job;

/**
 * A file that an execution stored.
 *
 * @param path relative to the execution's prefix, e.g. {@code FOSDEM 2025/en/Keynotes/closing.md}
 * @param contentType media type
 * @param bytes size in bytes
 * @param sha256 of the content, 64 hex digits
 */
public record StoredFile(String path, String contentType, long bytes, String sha256) {}
