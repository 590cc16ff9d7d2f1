package io.eventjobs.worker.endpoint;

import java.time.Duration;

/**
 * Limits of calls to a configured service.
 *
 * @param timeout of one attempt, from connecting to the last byte
 * @param tries maximum number of attempts, at least 1
 * @param parallel maximum concurrent calls from this worker
 * @param answerBytes maximum size of a response
 */
public record EndpointLimits(Duration timeout, int tries, int parallel, int answerBytes) {}
