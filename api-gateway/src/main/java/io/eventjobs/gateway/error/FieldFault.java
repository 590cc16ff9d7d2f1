package io.eventjobs.gateway.error;

/**
 * A fault in a field of a request.
 *
 * @param field path of the field, e.g. {@code jobs[3].url}
 * @param message what is wrong or what is allowed
 */
public record FieldFault(String field, String message) {}
