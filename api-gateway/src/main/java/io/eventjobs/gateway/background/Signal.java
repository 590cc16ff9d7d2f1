package io.eventjobs.gateway.background;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes one resting runner; raised while nobody rests, it makes the next rest empty. Thread-safe. */
public final class Signal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private boolean up;

    /** Any thread; answers at once. */
    public void raise() {
        lock.lock();
        try {
            up = true;
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Rests until raised, at most so long. */
    public void await(Duration timeout) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = timeout.toNanos();
            while (!up && nanos > 0) {
                nanos = raised.awaitNanos(nanos);
            }
            up = false;
        } finally {
            lock.unlock();
        }
    }
}
