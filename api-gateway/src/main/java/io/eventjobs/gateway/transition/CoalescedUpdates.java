package io.eventjobs.gateway.transition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Changes records by conditional updates. Changes of one record that come at the same time are coalesced into one update:
 * otherwise the changes of a busy record would compete for its version. Thread-safe.
 *
 * @param <K> what records are found by
 * @param <R> the record, a value
 */
public final class CoalescedUpdates<K, R> {
    private static final int MAX_TRIES = 100;

    private final Executor executor;
    private final Records<K, R> records;
    private final Map<K, Deque<Pending<R, ?>>> queues = new HashMap<>();

    public CoalescedUpdates(Executor executor, Records<K, R> records) {
        this.executor = executor;
        this.records = records;
    }

    /**
     * Applies a change, together with others of the same record.
     *
     * @param change pure; may be asked several times
     * @return what the change answered when it was stored; empty if there is no such record. Fails as the records fail
     */
    public <T> CompletableFuture<Optional<T>> change(K key, Function<R, Change<R, T>> change) {
        Pending<R, T> pending = new Pending<>(change, new CompletableFuture<>());
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

    private void drain(K key) {
        for (List<Pending<R, ?>> group = next(key); !group.isEmpty(); group = next(key)) {
            List<Pending<R, ?>> together = group;
            try {
                apply(key, together);
            } catch (RuntimeException e) {
                together.forEach(pending -> pending.answer.completeExceptionally(e));
            }
        }
    }

    /** What has gathered meanwhile; the queue goes when it is empty, so that the next change starts a new drain. */
    private List<Pending<R, ?>> next(K key) {
        synchronized (queues) {
            Deque<Pending<R, ?>> queue = queues.getOrDefault(key, new ArrayDeque<>());
            List<Pending<R, ?>> group = new ArrayList<>(queue);
            queue.clear();
            if (group.isEmpty()) {
                queues.remove(key);
            }
            return group;
        }
    }

    private void apply(K key, List<Pending<R, ?>> group) {
        Optional<R> from = records.cached(key).or(() -> records.load(key));
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            if (from.isEmpty()) {
                group.forEach(Pending::answerNothing);
                return;
            }
            R before = from.get();
            R after = before;
            List<Runnable> answers = new ArrayList<>();
            for (Pending<R, ?> pending : group) {
                after = pending.apply(after, answers);
            }
            if (after.equals(before) && tries > 0) {
                answers.forEach(Runnable::run);
                return;
            }
            if (!after.equals(before) && records.store(before, after)) {
                answers.forEach(Runnable::run);
                return;
            }
            // Either somebody was faster, or the cached record lets nothing through: look at what is stored.
            from = records.load(key);
        }
        throw new IllegalStateException(key + " changed " + MAX_TRIES + " times while one change was tried");
    }

    /** Where the records are. */
    public interface Records<K, R> {
        /** The record from the cache; may be stale. */
        Optional<R> cached(K key);

        /** The record as it is stored now; empty if there is none that could be changed. */
        Optional<R> load(K key);

        /** Stores the next record, if nobody was faster, and caches it; whether it did. */
        boolean store(R before, R after);
    }

    /**
     * The answer of a change.
     *
     * @param record the next one; the same as before if nothing is to be stored
     * @param value for whoever asked
     */
    public record Change<R, T>(R record, T value) {}

    private record Pending<R, T>(Function<R, Change<R, T>> change, CompletableFuture<Optional<T>> answer) {
        R apply(R before, List<Runnable> answers) {
            Change<R, T> made = change.apply(before);
            answers.add(() -> answer.complete(Optional.of(made.value())));
            return made.record();
        }

        void answerNothing() {
            answer.complete(Optional.empty());
        }
    }
}
