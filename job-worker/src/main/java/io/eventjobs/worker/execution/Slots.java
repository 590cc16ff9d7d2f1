package io.eventjobs.worker.execution;

import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.JobCommand;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The slots of a worker, each of which runs one job at a time, and the places of jobs that are taken ahead of them: claimed, granted and
 * reported while the slots are with other jobs (ADR 46). A place is reserved as a slot is. A job that must run alone takes all of them, and
 * comes before whoever waits for some (ADR 0030). Thread-safe.
 */
public final class Slots {
    private final int count;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Prefetch prefetch;
    private int taken;
    private int waitingForAll;
    private boolean allTaken;
    private boolean isClosed;
    private final ExecutionFactory factory;
    private final Executions executions;
    private final ExecutionListener listener;
    private final AtomicLong started = new AtomicLong();

    Slots(int count, Prefetch prefetch, ExecutionFactory factory, Executions executions, ExecutionListener listener) {
        this.count = count;
        this.prefetch = prefetch;
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
            while (!isOpen(slots, below)) {
                changed.await();
            }
            taken += slots;
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
            if (!isOpen(slots, below)) {
                return Optional.empty();
            }
            taken += slots;
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
                while (taken > 0) {
                    changed.await();
                }
                taken = count;
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

    /** The greatest number of executions that the worker can ever have at once. */
    public int max() {
        return count + prefetch.max();
    }

    /** How many executions it has room for beyond its slots now. */
    int ahead() {
        lock.lock();
        try {
            return allTaken || waitingForAll > 0 ? 0 : prefetch.size();
        } finally {
            lock.unlock();
        }
    }

    /** The number of slots and places ahead that are neither occupied nor reserved. */
    public int free() {
        lock.lock();
        try {
            return freeNow();
        } finally {
            lock.unlock();
        }
    }

    private boolean isOpen(int wanted, int below) {
        int free = freeNow();
        return waitingForAll == 0 && free >= wanted && free < below;
    }

    private int freeNow() {
        return allTaken ? 0 : Math.max(0, count + prefetch.size() - taken);
    }

    /** The number of slots with an execution. */
    public int busy() {
        return Math.min(count, executions.identities().size());
    }

    /** The number of executions that ever had a slot. */
    public long started() {
        return started.get();
    }

    /** Waits until no execution is left; returns false on timeout. */
    public boolean awaitIdle(Duration timeout) throws InterruptedException {
        long nanosLeft = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (waitingForAll > 0 || taken > 0) {
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

    /**
     * Starts the work of a job that a gateway has assigned to this worker: at once, or as soon as there is a slot for it. It needs no
     * reservation, and none of others stands in its way, since the gateway counts the jobs that it assigns and offers.
     *
     * @return false if the worker has no room for it, or is about to run a job alone, or is draining
     */
    boolean assign(Control.Assigned assigned) {
        lock.lock();
        try {
            if (isClosed || allTaken || waitingForAll > 0 || executions.size() >= max()) {
                return false;
            }
            taken++;
        } finally {
            lock.unlock();
        }
        SlotExecution execution =
                factory.create(assigned.command(), assigned.of(), new OccupiedSlots(this), this::over);
        executions.add(execution);
        started.incrementAndGet();
        listener.claimed();
        execution.granted();
        return true;
    }

    /** From now on no job can be assigned. */
    void close() {
        lock.lock();
        try {
            isClosed = true;
        } finally {
            lock.unlock();
        }
    }

    void release(int slots) {
        lock.lock();
        try {
            taken -= slots;
            allTaken = allTaken && taken > 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void over(SlotExecution execution) {
        executions.remove(execution.identity().execution());
        execution.measure(prefetch);
        execution.slots().release();
        execution.end().ifPresent(listener::ended);
    }
}
