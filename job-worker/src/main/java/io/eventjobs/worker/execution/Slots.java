package io.eventjobs.worker.execution;

import io.eventjobs.model.protocol.JobCommand;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The slots of a worker, each of which runs one job at a time. Thread-safe. */
public final class Slots {
    private final int count;
    private final Semaphore free;
    private final ExecutionFactory factory;
    private final Executions executions;
    private final ExecutionListener listener;
    private final AtomicLong started = new AtomicLong();

    Slots(int count, ExecutionFactory factory, Executions executions, ExecutionListener listener) {
        this.count = count;
        this.free = new Semaphore(count);
        this.factory = factory;
        this.executions = executions;
        this.listener = listener;
    }

    /** Waits until this many slots are free at the same time, and reserves them. */
    public Reservation reserve(int slots) throws InterruptedException {
        free.acquire(slots);
        return new Reservation(this, slots);
    }

    /** Reserves this many slots if they are free now. */
    public Optional<Reservation> tryReserve(int slots) {
        return free.tryAcquire(slots) ? Optional.of(new Reservation(this, slots)) : Optional.empty();
    }

    public int count() {
        return count;
    }

    /** The number of slots that are neither occupied nor reserved. */
    public int free() {
        return free.availablePermits();
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
        if (!free.tryAcquire(count, timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        free.release(count);
        return true;
    }

    /**
     * Claims a job for a reserved slot, which is released when the execution is over. The execution can receive control messages from now
     * on.
     */
    PendingClaim start(JobCommand command) {
        SlotExecution execution = factory.create(command, this::over);
        executions.add(execution);
        started.incrementAndGet();
        listener.claimed();
        return new PendingClaim(execution, execution.claim());
    }

    void release(int slots) {
        free.release(slots);
    }

    private void over(SlotExecution execution) {
        executions.remove(execution.identity().execution());
        release(1);
        execution.end().ifPresent(listener::ended);
    }
}
