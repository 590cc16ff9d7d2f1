package io.eventjobs.gateway.transition;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.outbox.OutboxRelay;
import io.eventjobs.model.job.BatchKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.commons.collections4.map.LRUMap;

/**
 * Changes batches. Concurrent changes of a batch are combined into one conditional update; otherwise the permits of a busy batch would
 * compete for its version. Thread-safe.
 */
public final class BatchTransitions {
    private static final int MAX_CACHED = 2_000;
    /** A change that nobody waits for is stored with the next one, or after this time. */
    private static final long LINGER_MILLIS = 50;

    private final BatchRecords records;
    private final OutboxRelay outbox;
    private final CoalescedUpdates<BatchKey, BatchRecord> changes;
    private final Map<BatchKey, BatchRecord> cache = new LRUMap<>(MAX_CACHED);

    BatchTransitions(BatchRecords records, OutboxRelay outbox, Executor executor, ConditionalUpdate update) {
        this.records = records;
        this.outbox = outbox;
        this.changes = new CoalescedUpdates<>(
                executor,
                CompletableFuture.delayedExecutor(LINGER_MILLIS, TimeUnit.MILLISECONDS, executor),
                new Records(),
                update);
    }

    /** The cached batch, without asking MongoDB. It may be stale, so a decision based on it must be checked by the change. */
    public Optional<BatchRecord> cached(BatchKey key) {
        synchronized (cache) {
            return Optional.ofNullable(cache.get(key));
        }
    }

    /** The stored batch. */
    public Optional<BatchRecord> load(BatchKey key) {
        Optional<BatchRecord> read = records.find(key);
        read.ifPresent(this::remember);
        return read;
    }

    /** Takes in a record that was read or stored elsewhere, and publishes its unpublished events. */
    public void observe(BatchRecord batch) {
        remember(batch);
        outbox.offer(batch);
    }

    /**
     * Applies a change, combined with concurrent changes of the same batch.
     *
     * @param change pure; may be called several times
     * @return the change's value once it is stored; empty if there is no such batch; fails if MongoDB fails
     */
    public <T> CompletableFuture<Optional<T>> change(BatchKey key, Function<BatchRecord, Change<T>> change) {
        return changes.change(key, batch -> {
            Change<T> made = change.apply(batch);
            return new CoalescedUpdates.Change<>(made.batch(), made.value());
        });
    }

    /** As {@link #change}, but the change may wait a little for the next one, since nobody waits for it. */
    public <T> CompletableFuture<Optional<T>> changeLater(BatchKey key, Function<BatchRecord, Change<T>> change) {
        return changes.changeLater(key, batch -> {
            Change<T> made = change.apply(batch);
            return new CoalescedUpdates.Change<>(made.batch(), made.value());
        });
    }

    /** As {@link #change}, but waits for it; failures are rethrown unwrapped. */
    public <T> Optional<T> changeNow(BatchKey key, Function<BatchRecord, Change<T>> change) {
        try {
            return change(key, change).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void remember(BatchRecord batch) {
        synchronized (cache) {
            BatchRecord known = cache.get(batch.key());
            if (known == null || known.version() <= batch.version()) {
                cache.put(batch.key(), batch);
            }
        }
    }

    /**
     * The result of a change.
     *
     * @param batch the next record; the same as before if nothing is to be stored
     * @param value returned to the caller
     */
    public record Change<T>(BatchRecord batch, T value) {}

    private final class Records implements CoalescedUpdates.Records<BatchKey, BatchRecord> {
        @Override
        public Optional<BatchRecord> cached(BatchKey key) {
            return BatchTransitions.this.cached(key);
        }

        @Override
        public Optional<BatchRecord> load(BatchKey key) {
            return BatchTransitions.this.load(key);
        }

        @Override
        public boolean store(BatchRecord before, BatchRecord after) {
            Optional<BatchRecord> stored = records.store(before, after);
            stored.ifPresent(BatchTransitions.this::observe);
            return stored.isPresent();
        }
    }
}
