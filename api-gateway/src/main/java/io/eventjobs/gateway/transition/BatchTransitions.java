package io.eventjobs.gateway.transition;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.outbox.OutboxRelay;
import io.eventjobs.model.job.BatchKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Changes batches. Changes of one batch that come at the same time are folded into one conditional update: permits of a busy
 * batch would else fight over its version. Thread-safe.
 */
public final class BatchTransitions {
    private static final int REMEMBERED = 2_000;

    private final BatchRecords records;
    private final OutboxRelay outbox;
    private final FoldedChanges<BatchKey, BatchRecord> changes;
    private final Map<BatchKey, BatchRecord> remembered = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BatchKey, BatchRecord> eldest) {
            return size() > REMEMBERED;
        }
    };

    public BatchTransitions(BatchRecords records, OutboxRelay outbox, Executor executor) {
        this.records = records;
        this.outbox = outbox;
        this.changes = new FoldedChanges<>(executor, new Rows());
    }

    /** The batch as it is known here, without asking MongoDB. It may be stale: decide nothing by it that a change does not check. */
    public Optional<BatchRecord> known(BatchKey key) {
        synchronized (remembered) {
            return Optional.ofNullable(remembered.get(key));
        }
    }

    /** The batch as it is stored now. */
    public Optional<BatchRecord> refresh(BatchKey key) {
        Optional<BatchRecord> read = records.find(key);
        read.ifPresent(this::remember);
        return read;
    }

    /** Takes note of a record that somebody else stored, and publishes what is new in it. */
    public void noticed(BatchRecord batch) {
        remember(batch);
        outbox.offer(batch);
    }

    /**
     * Applies a change, together with others of the same batch.
     *
     * @param change pure; may be asked several times
     * @return what the change answered when it was stored; empty if there is no such batch. Fails as MongoDB fails
     */
    public <T> CompletableFuture<Optional<T>> change(BatchKey key, Function<BatchRecord, Change<T>> change) {
        return changes.change(key, batch -> {
            Change<T> made = change.apply(batch);
            return new FoldedChanges.Change<>(made.batch(), made.value());
        });
    }

    /** As {@link #change}, and waits for it; what it fails with is thrown as it is. */
    public <T> Optional<T> changeNow(BatchKey key, Function<BatchRecord, Change<T>> change) {
        try {
            return change(key, change).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void remember(BatchRecord batch) {
        synchronized (remembered) {
            BatchRecord known = remembered.get(batch.key());
            if (known == null || known.version() <= batch.version()) {
                remembered.put(batch.key(), batch);
            }
        }
    }

    /**
     * The answer of a change.
     *
     * @param batch the next record; the same as before if nothing is to be stored
     * @param value for whoever asked
     */
    public record Change<T>(BatchRecord batch, T value) {}

    private final class Rows implements FoldedChanges.Rows<BatchKey, BatchRecord> {
        @Override
        public Optional<BatchRecord> known(BatchKey key) {
            return BatchTransitions.this.known(key);
        }

        @Override
        public Optional<BatchRecord> stored(BatchKey key) {
            return refresh(key);
        }

        @Override
        public boolean store(BatchRecord before, BatchRecord after) {
            Optional<BatchRecord> stored = records.store(before, after);
            stored.ifPresent(BatchTransitions.this::noticed);
            return stored.isPresent();
        }
    }
}
