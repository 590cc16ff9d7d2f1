package io.eventjobs.gateway.error;

/**
 * One thing that is wrong with a request.
 *
 * @param field where, e.g. {@code jobs[3].url}
 * @param message what is wrong and what is allowed
 */
public record FieldFault(String field, String message) {}
