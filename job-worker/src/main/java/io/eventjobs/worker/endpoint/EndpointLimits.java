package io.eventjobs.worker.endpoint;

import java.time.Duration;

/**
 * How a configured service is called.
 *
 * @param timeout longest time of one try, from connecting to the last byte
 * @param tries how often a call is tried, 1 at least
 * @param parallel most calls at once from this worker
 * @param answerBytes largest answer
 */
public record EndpointLimits(Duration timeout, int tries, int parallel, int answerBytes) {}
