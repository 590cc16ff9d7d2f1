package io.eventjobs.model.job;

/**
 * One file of an execution.
 *
 * @param path relative to the execution's prefix, e.g. {@code FOSDEM 2025/en/Keynotes/closing.md}
 * @param contentType media type
 * @param bytes size
 * @param sha256 of the content, 64 hex digits
 */
public record StoredFile(String path, String contentType, long bytes, String sha256) {}
