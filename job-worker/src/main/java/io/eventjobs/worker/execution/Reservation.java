package io.eventjobs.worker.execution;

import io.eventjobs.model.protocol.JobCommand;

/** Free slots that are reserved for commands before they are polled. Closing releases those that were not used. Not thread-safe. */
public final class Reservation implements AutoCloseable {
    private final Slots slots;
    private int unused;

    Reservation(Slots slots, int count) {
        this.slots = slots;
        this.unused = count;
    }

    /** Claims the job of a command for one of the slots; the slot runs the job once the claim is granted. */
    public PendingClaim start(JobCommand command) {
        if (unused == 0) {
            throw new IllegalStateException("all reserved slots are used");
        }
        unused--;
        return slots.start(command);
    }

    /** Releases all but this many slots. */
    public void keep(int count) {
        if (count < unused) {
            slots.release(unused - count);
            unused = count;
        }
    }

    @Override
    public void close() {
        keep(0);
    }
}
