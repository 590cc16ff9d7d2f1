package io.eventjobs.worker.execution;

import java.time.Duration;

/**
 * Bounds of every execution.
 *
 * @param claimTimeout a claim without an answer is dropped after this
 * @param heartbeatInterval longest time between two reports; never more than a third of the lease
 * @param stepTimeout longest time of one step
 * @param jobTimeout longest time of the whole
 */
public record ExecutionLimits(
        Duration claimTimeout, Duration heartbeatInterval, Duration stepTimeout, Duration jobTimeout) {}
