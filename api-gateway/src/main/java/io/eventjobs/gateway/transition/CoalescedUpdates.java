package io.eventjobs.gateway.transition;

import io.eventjobs.gateway.transition.ConditionalUpdate.Attempt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Changes records by conditional updates. Concurrent changes of a record are combined into one update; otherwise the changes of a busy
 * record would compete for its version. Thread-safe.
 *
 * @param <K> key of a record
 * @param <R> the record, a value
 */
public final class CoalescedUpdates<K, R> {
    private final Executor executor;
    private final Executor later;
    private final Records<K, R> records;
    private final ConditionalUpdate update;
    private final Map<K, Deque<Pending<R, ?>>> queues = new HashMap<>();
    /** Keys whose changes are being stored, or are about to be. */
    private final Set<K> draining = new HashSet<>();
    /** Keys with changes that wait for company. */
    private final Set<K> lingering = new HashSet<>();

    /** For records whose changes never wait. */
    public CoalescedUpdates(Executor executor, Records<K, R> records, ConditionalUpdate update) {
        this(executor, executor, records, update);
    }

    /** @param later runs what it is given after a short time */
    CoalescedUpdates(Executor executor, Executor later, Records<K, R> records, ConditionalUpdate update) {
        this.executor = executor;
        this.later = later;
        this.records = records;
        this.update = update;
    }

    /**
     * Applies a change, combined with concurrent changes of the same record.
     *
     * @param change pure; may be called several times
     * @return the change's value once it is stored; empty if there is no such record; fails if the store fails
     */
    public <T> CompletableFuture<Optional<T>> change(K key, Function<R, Change<R, T>> change) {
        Pending<R, T> pending = new Pending<>(change, new CompletableFuture<>());
        boolean first;
        synchronized (queues) {
            queues.computeIfAbsent(key, fresh -> new ArrayDeque<>()).add(pending);
            first = draining.add(key);
        }
        if (first) {
            executor.execute(() -> drain(key));
        }
        return pending.answer;
    }

    /** As {@link #change}, but the change may wait a little for the next one, since nobody waits for it. */
    public <T> CompletableFuture<Optional<T>> changeLater(K key, Function<R, Change<R, T>> change) {
        Pending<R, T> pending = new Pending<>(change, new CompletableFuture<>());
        boolean first;
        synchronized (queues) {
            queues.computeIfAbsent(key, fresh -> new ArrayDeque<>()).add(pending);
            first = !draining.contains(key) && lingering.add(key);
        }
        if (first) {
            later.execute(() -> drainIfAnyIsLeft(key));
        }
        return pending.answer;
    }

    private void drainIfAnyIsLeft(K key) {
        boolean left;
        synchronized (queues) {
            lingering.remove(key);
            left = queues.containsKey(key) && draining.add(key);
        }
        if (left) {
            drain(key);
        }
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

    /** The changes collected meanwhile; an empty queue is removed, so that the next change starts a new drain. */
    private List<Pending<R, ?>> next(K key) {
        synchronized (queues) {
            Deque<Pending<R, ?>> queue = queues.getOrDefault(key, new ArrayDeque<>());
            List<Pending<R, ?>> group = new ArrayList<>(queue);
            queue.clear();
            if (group.isEmpty()) {
                queues.remove(key);
                draining.remove(key);
            }
            return group;
        }
    }

    private void apply(K key, List<Pending<R, ?>> group) {
        Optional<R> cached = records.cached(key);
        if (cached.isPresent() && store(cached.get(), group)) {
            return;
        }
        // Either there was a concurrent change, or nothing applies to the cached record: read the stored one.
        update.run(key, () -> attemptAsStored(key, group));
    }

    private Attempt<Boolean> attemptAsStored(K key, List<Pending<R, ?>> group) {
        Optional<R> stored = records.load(key);
        if (stored.isEmpty()) {
            group.forEach(Pending::answerNothing);
            return Attempt.done(false);
        }
        Together<R> together = Together.of(stored.get(), group);
        if (together.changesNothing(stored.get())) {
            together.answer();
            return Attempt.done(false);
        }
        return store(stored.get(), group) ? Attempt.done(true) : Attempt.lost();
    }

    /** Stores all changes together and completes their results; returns whether this succeeded. */
    private boolean store(R before, List<Pending<R, ?>> group) {
        Together<R> together = Together.of(before, group);
        if (together.changesNothing(before) || !records.store(before, together.record)) {
            return false;
        }
        together.answer();
        return true;
    }

    /** The store of the records, with its cache. */
    public interface Records<K, R> {
        /** The cached record, possibly stale. */
        Optional<R> cached(K key);

        /** The stored record; empty if there is none that can be changed. */
        Optional<R> load(K key);

        /** Stores and caches the next record; returns false if it was changed concurrently. */
        boolean store(R before, R after);
    }

    /**
     * The result of a change.
     *
     * @param record the next one; the same as before if nothing is to be stored
     * @param value returned to the caller
     */
    public record Change<R, T>(R record, T value) {}

    /**
     * All changes of a group, applied in sequence.
     *
     * @param answers complete the results after the record is stored
     */
    private record Together<R>(R record, List<Runnable> answers) {
        static <R> Together<R> of(R before, List<Pending<R, ?>> group) {
            List<Runnable> answers = new ArrayList<>();
            R after = before;
            for (Pending<R, ?> pending : group) {
                after = pending.apply(after, answers);
            }
            return new Together<>(after, answers);
        }

        boolean changesNothing(R before) {
            return record.equals(before);
        }

        void answer() {
            answers.forEach(Runnable::run);
        }
    }

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
