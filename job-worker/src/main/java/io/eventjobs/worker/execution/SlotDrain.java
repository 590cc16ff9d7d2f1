package io.eventjobs.worker.execution;

import java.time.Duration;

/** Empties the slots of a worker that is being stopped. */
public final class SlotDrain {
    private final Slots slots;
    private final Executions executions;
    private final Duration grace;
    private final Duration timeout;

    /**
     * @param grace jobs that end by themselves within this are not interrupted
     * @param timeout after the grace, how long handing back may take
     */
    SlotDrain(Slots slots, Executions executions, Duration grace, Duration timeout) {
        this.slots = slots;
        this.executions = executions;
        this.grace = grace;
        this.timeout = timeout;
    }

    /**
     * Lets what is nearly done end and hands the rest back.
     *
     * @return how many executions are left that did not end in time
     */
    public int run() throws InterruptedException {
        if (!slots.awaitIdle(grace)) {
            executions.drain();
            slots.awaitIdle(timeout);
        }
        return executions.identities().size();
    }
}
