package io.eventjobs.gateway.background;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes a waiting runner; if none is waiting, the next wait returns at once. Thread-safe. */
public final class Signal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private boolean up;

    /** May be called by any thread; returns at once. */
    public void raise() {
        lock.lock();
        try {
            up = true;
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until raised, at most this long. */
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
