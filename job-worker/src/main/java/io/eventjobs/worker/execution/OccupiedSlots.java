package io.eventjobs.worker.execution;

/** The slots that an execution occupies: one, or all slots of its worker. Thread-safe. */
final class OccupiedSlots {
    private final Slots slots;
    private int count = 1;

    /** Occupies one slot that was reserved before. */
    OccupiedSlots(Slots slots) {
        this.slots = slots;
    }

    /**
     * Exchanges the slot for all slots of the worker: waits until every other execution is over. No command is taken meanwhile. After an
     * interrupt it occupies none.
     */
    void takeAll() throws InterruptedException {
        release();
        int all = slots.reserveAll();
        synchronized (this) {
            count = all;
        }
    }

    synchronized void release() {
        slots.release(count);
        count = 0;
    }
}
