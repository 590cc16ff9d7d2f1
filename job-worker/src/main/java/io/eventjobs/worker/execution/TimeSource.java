package io.eventjobs.worker.execution;

import io.eventjobs.worker.background.Ticker;
import java.time.Clock;

/**
 * The clocks of an execution.
 *
 * @param clock time of day, for timestamps that people read
 * @param ticker monotonic clock, for all deadlines
 */
record TimeSource(Clock clock, Ticker ticker) {}
