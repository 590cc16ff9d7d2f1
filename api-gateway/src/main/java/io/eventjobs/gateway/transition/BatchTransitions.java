package io.eventjobs.gateway.transition;

import io.eventjobs.gateway.outbox.OutboxRelay;
import io.eventjobs.gateway.record.BatchRecord;
import io.eventjobs.gateway.record.BatchRecords;
import io.eventjobs.model.job.BatchKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final int MOST_TRIES = 100;
    private static final int REMEMBERED = 2_000;

    private final BatchRecords records;
    private final OutboxRelay outbox;
    private final Executor executor;
    private final Map<BatchKey, Deque<Pending<?>>> queues = new HashMap<>();
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
        this.executor = executor;
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
        Pending<T> pending = new Pending<>(change, new CompletableFuture<>());
        boolean first;
        synchronized (queues) {
            first = !queues.containsKey(key);
            queues.computeIfAbsent(key, fresh -> new ArrayDeque<>()).add(pending);
        }
        if (first) {
            executor.execute(() -> drain(key));
        }
        return pending.answer;
    }

    /** As {@link #change}, and waits for it; what it fails with is thrown as it is. */
    public <T> Optional<T> changeNow(BatchKey key, Function<BatchRecord, Change<T>> change) {
        try {
            return change(key, change).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void drain(BatchKey key) {
        for (List<Pending<?>> group = next(key); !group.isEmpty(); group = next(key)) {
            List<Pending<?>> together = group;
            try {
                apply(key, together);
            } catch (RuntimeException e) {
                together.forEach(pending -> pending.answer.completeExceptionally(e));
            }
        }
    }

    /** What has gathered meanwhile; the queue goes when it is empty, so that the next change starts a new drain. */
    private List<Pending<?>> next(BatchKey key) {
        synchronized (queues) {
            Deque<Pending<?>> queue = queues.getOrDefault(key, new ArrayDeque<>());
            List<Pending<?>> group = new ArrayList<>(queue);
            queue.clear();
            if (group.isEmpty()) {
                queues.remove(key);
            }
            return group;
        }
    }

    private void apply(BatchKey key, List<Pending<?>> group) {
        Optional<BatchRecord> from = known(key).or(() -> refresh(key));
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (from.isEmpty()) {
                group.forEach(Pending::answerNothing);
                return;
            }
            BatchRecord before = from.get();
            BatchRecord after = before;
            List<Runnable> answers = new ArrayList<>();
            for (Pending<?> pending : group) {
                after = pending.fold(after, answers);
            }
            if (after.equals(before) && tries > 0) {
                answers.forEach(Runnable::run);
                return;
            }
            Optional<BatchRecord> stored = after.equals(before) ? Optional.empty() : records.store(before, after);
            if (stored.isPresent()) {
                noticed(stored.get());
                answers.forEach(Runnable::run);
                return;
            }
            // Either somebody was faster, or the batch as remembered lets nothing through: look at what is stored.
            from = refresh(key);
        }
        throw new IllegalStateException(
                "batch " + key + " changed " + MOST_TRIES + " times while one change was tried");
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

    private record Pending<T>(Function<BatchRecord, Change<T>> change, CompletableFuture<Optional<T>> answer) {
        BatchRecord fold(BatchRecord before, List<Runnable> answers) {
            Change<T> made = change.apply(before);
            answers.add(() -> answer.complete(Optional.of(made.value())));
            return made.batch();
        }

        void answerNothing() {
            answer.complete(Optional.empty());
        }
    }
}
