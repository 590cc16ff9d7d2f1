package io.eventjobs.worker.execution;

import io.eventjobs.model.protocol.JobCommand;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The slots of a worker, each of which runs one job at a time. A job that must run alone takes all of them, and comes before whoever waits
 * for some (ADR 0030). Thread-safe.
 */
public final class Slots {
    private final int count;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int free;
    private int waitingForAll;
    private boolean allTaken;
    private final ExecutionFactory factory;
    private final Executions executions;
    private final ExecutionListener listener;
    private final AtomicLong started = new AtomicLong();

    Slots(int count, ExecutionFactory factory, Executions executions, ExecutionListener listener) {
        this.count = count;
        this.free = count;
        this.factory = factory;
        this.executions = executions;
        this.listener = listener;
    }

    /** Waits until this many slots are free at the same time, and reserves them. */
    public Reservation reserve(int slots) throws InterruptedException {
        return reserve(slots, Integer.MAX_VALUE);
    }

    /**
     * Waits until this many slots are free at the same time, and reserves them.
     *
     * @param below waits, too, while so many or more are free
     */
    public Reservation reserve(int slots, int below) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waitingForAll > 0 || free < slots || free >= below) {
                changed.await();
            }
            free -= slots;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return new Reservation(this, slots);
    }

    /** Reserves this many slots if they are free now. */
    public Optional<Reservation> tryReserve(int slots) {
        return tryReserve(slots, Integer.MAX_VALUE);
    }

    /** Reserves this many slots if they are free now, and fewer than {@code below} are. */
    public Optional<Reservation> tryReserve(int slots, int below) {
        lock.lock();
        try {
            if (waitingForAll > 0 || free < slots || free >= below) {
                return Optional.empty();
            }
            free -= slots;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return Optional.of(new Reservation(this, slots));
    }

    /** Waits until all slots are free, and reserves them; returns their number. */
    int reserveAll() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            waitingForAll++;
            try {
                while (free < count) {
                    changed.await();
                }
                free = 0;
                allTaken = true;
            } finally {
                waitingForAll--;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        return count;
    }

    /** Whether an execution waits for the other slots, so that reservations without a command should be given up. */
    public boolean areNeeded() {
        lock.lock();
        try {
            return waitingForAll > 0;
        } finally {
            lock.unlock();
        }
    }

    /** How many executions the worker has room for now: none but its own while one of them runs alone or is about to. */
    int capacity() {
        lock.lock();
        try {
            return allTaken || waitingForAll > 0 ? busy() : count;
        } finally {
            lock.unlock();
        }
    }

    public int count() {
        return count;
    }

    /** The number of slots that are neither occupied nor reserved. */
    public int free() {
        lock.lock();
        try {
            return free;
        } finally {
            lock.unlock();
        }
    }

    /** The number of slots with an execution. */
    public int busy() {
        return executions.identities().size();
    }

    /** The number of executions that ever had a slot. */
    public long started() {
        return started.get();
    }

    /** Waits until all slots are free; returns false on timeout. */
    public boolean awaitIdle(Duration timeout) throws InterruptedException {
        long nanosLeft = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (waitingForAll > 0 || free < count) {
                if (nanosLeft <= 0) {
                    return false;
                }
                nanosLeft = changed.awaitNanos(nanosLeft);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Claims a job for a reserved slot, which is released when the execution is over. The execution can receive control messages from now
     * on.
     */
    PendingClaim start(JobCommand command) {
        SlotExecution execution = factory.create(command, new OccupiedSlots(this), this::over);
        executions.add(execution);
        started.incrementAndGet();
        listener.claimed();
        return new PendingClaim(execution, execution.claim());
    }

    void release(int slots) {
        lock.lock();
        try {
            free += slots;
            allTaken = allTaken && free == 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void over(SlotExecution execution) {
        executions.remove(execution.identity().execution());
        execution.slots().release();
        execution.end().ifPresent(listener::ended);
    }
}
