package io.eventjobs.worker.execution;

import java.time.Duration;

/**
 * Bounds of every execution.
 *
 * @param claimTimeout a claim without an answer is dropped after this
 * @param heartbeat longest time between two reports
 * @param step longest time of one step
 * @param job longest time of the whole
 */
public record ExecutionLimits(Duration claimTimeout, Duration heartbeat, Duration step, Duration job) {}
