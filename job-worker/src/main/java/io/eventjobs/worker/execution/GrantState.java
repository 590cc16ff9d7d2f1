package io.eventjobs.worker.execution;

import org.jspecify.annotations.Nullable;

/**
 * What an execution may do, independent of the order in which grants, cancellations and the worker's own stop arrive. A value.
 *
 * <p>{@code WAITING} for the answer to its claim; {@code WORKING} once granted; {@code STOPPED} for good. A grant after a stop has no
 * effect: a dropped execution never starts.
 */
record GrantState(Phase phase, @Nullable StopCause cause) {
    static final GrantState WAITING = new GrantState(Phase.WAITING, null);

    GrantState granted() {
        return phase == Phase.WAITING ? new GrantState(Phase.WORKING, null) : this;
    }

    GrantState stopped(StopCause why) {
        return phase == Phase.STOPPED ? this : new GrantState(Phase.STOPPED, why);
    }

    enum Phase {
        WAITING,
        WORKING,
        STOPPED
    }
}
