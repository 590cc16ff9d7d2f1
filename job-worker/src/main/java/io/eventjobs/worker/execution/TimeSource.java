package io.eventjobs.worker.execution;

import io.eventjobs.worker.background.Ticker;
import java.time.Clock;

/**
 * Where executions have the time from.
 *
 * @param clock the time of day, for what people read
 * @param ticker the monotonic clock, for all that is judged by time
 */
record TimeSource(Clock clock, Ticker ticker) {}
