package io.eventjobs.gateway.job;

/**
 * Lets a repeated POST return the first response again. Stored in the document that the POST created, under a unique index.
 *
 * @param key tenant and client's key
 * @param bodyHash SHA-256 of the path and the meaning of the body, hex; the same key with another request is a conflict
 */
public record IdempotencyMark(String key, String bodyHash) {}
