package io.eventjobs.gateway.job;

/**
 * Makes a repeated POST answer the first reply again. Lives in the document that the POST made, under a unique index.
 *
 * @param key tenant and the client's key
 * @param bodyHash SHA-256 of the body, hex: the same key with another body is a conflict
 */
public record IdempotencyMark(String key, String bodyHash) {}
