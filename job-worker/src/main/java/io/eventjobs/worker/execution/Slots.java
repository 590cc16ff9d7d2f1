package io.eventjobs.worker.execution;

import io.eventjobs.model.protocol.JobCommand;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The slots of a worker: each does one job at a time. Thread-safe. */
public final class Slots {
    private final int count;
    private final Semaphore free;
    private final ExecutionFactory factory;
    private final Executions executions;
    private final ExecutionListener listener;

    Slots(int count, ExecutionFactory factory, Executions executions, ExecutionListener listener) {
        this.count = count;
        this.free = new Semaphore(count);
        this.factory = factory;
        this.executions = executions;
        this.listener = listener;
    }

    /** Waits until so many slots are free at once. */
    public Reservation reserve(int slots) throws InterruptedException {
        free.acquire(slots);
        return new Reservation(this, slots);
    }

    /** So many slots, if they are free now. */
    public Optional<Reservation> tryReserve(int slots) {
        return free.tryAcquire(slots) ? Optional.of(new Reservation(this, slots)) : Optional.empty();
    }

    public int count() {
        return count;
    }

    /** Those in which an execution is or that are reserved for one to come are not free. */
    public int free() {
        return free.availablePermits();
    }

    /** Those in which an execution is. */
    public int busy() {
        return executions.identities().size();
    }

    /** Waits until every slot is free; whether that came in time. */
    public boolean awaitIdle(Duration timeout) throws InterruptedException {
        if (!free.tryAcquire(count, timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        free.release(count);
        return true;
    }

    /** In a slot that is reserved; it is free again when the execution is over. Answers find the execution from now on. */
    PendingClaim start(JobCommand command) {
        SlotExecution execution = factory.create(command, this::over);
        executions.add(execution);
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
