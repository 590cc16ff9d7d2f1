package io.eventjobs.standalone.embedded;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Commits writes in groups before they are acknowledged: a writer that finds no commit in progress commits for all writes until
 * then; the others wait for a commit that began after their write. Soon after another, a commit waits a little for more writes. A commit never overlaps a write, so that only complete
 * commands reach the file. Where writes must survive the machine, each commit is followed by a sync before anybody is answered;
 * meanwhile others write on, and share the next commit. Thread-safe.
 */
final class GroupCommit {
    /** A commit costs as much as several writes. Only commits in close succession are spaced; the first of a burst waits for nothing. */
    private static final long GAP_NANOS = 4_000_000;

    private final MVStore store;
    private final Runnable sync;
    private final ReentrantReadWriteLock boundary = new ReentrantReadWriteLock(true);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition finished = lock.newCondition();
    private long written;
    private long committed;
    private boolean committing;
    private long lastNanos = System.nanoTime() - GAP_NANOS;

    GroupCommit(MVStore store, Durability durability) {
        this(
                store,
                switch (durability) {
                    case PAGE_CACHE -> () -> {};
                    case DISK -> store::sync;
                });
    }

    /** @param sync returns when what has been committed is on the disk */
    GroupCommit(MVStore store, Runnable sync) {
        this.store = store;
        this.sync = sync;
    }

    /** Runs a write, and returns its result when it has been committed. */
    <T> T durably(Supplier<T> write) {
        T result = write(write);
        awaitCommit();
        return result;
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

    /** Synchronizes what maintenance has committed, before the space that it has freed is used again. */
    void sync() {
        sync.run();
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

    /** Called with the lock held; releases it during the commit itself. */
    private void commit() {
        committing = true;
        lock.unlock();
        long upTo = 0;
        try {
            awaitOthers();
            upTo = written();
            exclusively(store::commit);
            sync.run();
        } finally {
            lock.lock();
            committing = false;
            finished.signalAll();
        }
        committed = Math.max(committed, upTo);
    }

    /** Called by the committing thread only. */
    private void awaitOthers() {
        long now = System.nanoTime();
        for (long left = lastNanos + GAP_NANOS - now; left > 0; left = lastNanos + GAP_NANOS - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        lastNanos = System.nanoTime();
    }

    private long written() {
        lock.lock();
        try {
            return written;
        } finally {
            lock.unlock();
        }
    }
}
