package io.eventjobs.worker.checkpoint;

import io.eventjobs.model.artifact.CheckpointKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the executions of a worker take turns at a result that all of them may use, so that those that come while one computes it find it
 * stored. Whoever waits for too long goes ahead: to compute twice is a waste and no fault. Thread-safe.
 */
final class Turns {
    private final Duration maxWait;
    private final Map<CheckpointKey, Place> places = new HashMap<>();

    Turns(Duration maxWait) {
        this.maxWait = maxWait;
    }

    /** Waits for the turn, for a bounded time; it must be closed by the same thread. */
    Turn take(CheckpointKey key) throws InterruptedException {
        Place place = enter(key);
        boolean waited = !place.lock.tryLock();
        boolean taken = !waited;
        try {
            taken = taken || place.lock.tryLock(maxWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            leave(key, place);
            throw e;
        }
        return new Turn(key, place, waited, taken);
    }

    /** The number of keys that somebody has a turn at or waits for. */
    synchronized int size() {
        return places.size();
    }

    private synchronized Place enter(CheckpointKey key) {
        Place place = places.computeIfAbsent(key, fresh -> new Place());
        place.present++;
        return place;
    }

    private synchronized void leave(CheckpointKey key, Place place) {
        place.present--;
        if (place.present == 0) {
            places.remove(key);
        }
    }

    private static final class Place {
        private final ReentrantLock lock = new ReentrantLock();
        private int present;
    }

    /** A turn at a key. */
    final class Turn implements AutoCloseable {
        private final CheckpointKey key;
        private final Place place;
        private final boolean waited;
        private final boolean taken;

        private Turn(CheckpointKey key, Place place, boolean waited, boolean taken) {
            this.key = key;
            this.place = place;
            this.waited = waited;
            this.taken = taken;
        }

        /** Whether another execution had its turn meanwhile. */
        boolean hasWaited() {
            return waited;
        }

        @Override
        public void close() {
            if (taken) {
                place.lock.unlock();
            }
            leave(key, place);
        }
    }
}
