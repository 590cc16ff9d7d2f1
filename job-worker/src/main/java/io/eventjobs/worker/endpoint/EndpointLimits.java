package io.eventjobs.worker.endpoint;

import java.time.Duration;

/**
 * Limits of calls to a configured service.
 *
 * @param timeout of one attempt, from connecting to the last byte
 * @param maxAttempts maximum number of attempts, at least 1
 * @param maxConcurrentCalls maximum concurrent calls from this worker
 * @param maxResponseBytes maximum size of a response
 */
public record EndpointLimits(Duration timeout, int maxAttempts, int maxConcurrentCalls, int maxResponseBytes) {}
