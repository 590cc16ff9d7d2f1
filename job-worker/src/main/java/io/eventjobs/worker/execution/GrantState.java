package io.eventjobs.worker.execution;

import org.jspecify.annotations.Nullable;

/**
 * What an execution may do, whatever order the gateway's answers, cancels and the worker's own stop come in. A value.
 *
 * <p>{@code WAITING} for an answer to its claim; {@code WORKING} since it was granted; {@code STOPPED} for ever. A grant
 * that comes after a stop changes nothing: what was dropped never starts.
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
