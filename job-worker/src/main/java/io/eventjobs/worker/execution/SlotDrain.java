package io.eventjobs.worker.execution;

import java.time.Duration;

/** Empties the slots of a worker that is stopping. */
public final class SlotDrain {
    private final Slots slots;
    private final Executions executions;
    private final Duration grace;
    private final Duration timeout;

    /**
     * @param grace jobs that end within this time are not interrupted
     * @param timeout maximum time, after the grace period, for handing jobs back
     */
    SlotDrain(Slots slots, Executions executions, Duration grace, Duration timeout) {
        this.slots = slots;
        this.executions = executions;
        this.grace = grace;
        this.timeout = timeout;
    }

    /**
     * Waits for jobs that are nearly done, and hands the others back.
     *
     * @return the number of executions that did not end in time
     */
    public int run() throws InterruptedException {
        if (!slots.awaitIdle(grace)) {
            executions.drain();
            slots.awaitIdle(timeout);
        }
        return executions.identities().size();
    }
}
