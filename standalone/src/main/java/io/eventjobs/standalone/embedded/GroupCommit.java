package io.eventjobs.standalone.embedded;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Makes writes durable before they are answered, many at a time: whoever finds no commit under way makes one for all that
 * were written before it began; the others wait for one that began after their write. A commit never falls into the middle
 * of a write, so what is on disk is whole commands only. Thread-safe.
 */
final class GroupCommit {
    private final MVStore store;
    private final ReentrantReadWriteLock boundary = new ReentrantReadWriteLock(true);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition finished = lock.newCondition();
    private long written;
    private long committed;
    private boolean committing;

    GroupCommit(MVStore store) {
        this.store = store;
    }

    /** Runs a write; returns its answer when it is on disk. */
    <T> T durably(Supplier<T> write) {
        T answer = write(write);
        awaitCommit();
        return answer;
    }

    /** Runs maintenance while nothing is written. */
    <T> T exclusively(Supplier<T> maintenance) {
        boundary.writeLock().lock();
        try {
            return maintenance.get();
        } finally {
            boundary.writeLock().unlock();
        }
    }

    private <T> T write(Supplier<T> write) {
        boundary.readLock().lock();
        try {
            return write.get();
        } finally {
            boundary.readLock().unlock();
        }
    }

    private void awaitCommit() {
        lock.lock();
        try {
            long mine = ++written;
            while (committed < mine) {
                if (committing) {
                    finished.awaitUninterruptibly();
                } else {
                    commit();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Called and returns with the lock, but does not hold it while the disk works. */
    private void commit() {
        committing = true;
        long upTo = written;
        lock.unlock();
        try {
            exclusively(store::commit);
        } finally {
            lock.lock();
            committing = false;
            finished.signalAll();
        }
        committed = Math.max(committed, upTo);
    }
}
