package io.eventjobs.standalone.cli.load;

import org.jspecify.annotations.Nullable;

/**
 * How fast jobs were accepted, by the clock of the load test.
 *
 * @param seconds from the first request to the last response
 * @param request latency of the requests; at a given rate it counts from when the request was due
 * @param server null where the server did other work at the same time
 */
record Accepting(double seconds, double jobsPerSecond, @Nullable Percentiles request, @Nullable ServerCost server) {}
