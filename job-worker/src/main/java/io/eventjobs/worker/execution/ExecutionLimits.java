package io.eventjobs.worker.execution;

import java.time.Duration;

/**
 * Time limits of every execution.
 *
 * @param claimTimeout after this time an unanswered claim is dropped
 * @param heartbeatInterval maximum time between two reports; reduced to a third of the lease if that is shorter
 * @param stepTimeout maximum duration of one step
 * @param jobTimeout maximum duration of the whole job
 */
public record ExecutionLimits(
        Duration claimTimeout, Duration heartbeatInterval, Duration stepTimeout, Duration jobTimeout) {}
