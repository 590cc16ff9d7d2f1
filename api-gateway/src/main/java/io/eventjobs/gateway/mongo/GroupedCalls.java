package io.eventjobs.gateway.mongo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Combines concurrent calls into groups, so that they share a command: a call that finds no group in progress lets the threads run that
 * could run now, and is handled with the calls that they make; calls that arrive meanwhile form the next group. Nothing waits for more calls
 * to come. Each caller waits for the answer to its own call. Thread-safe.
 *
 * @param <I> input of a call
 * @param <O> answer to a call
 */
final class GroupedCalls<I, O> {
    private final Executor executor;
    private final int maxGroup;
    private final Consumer<List<Call<I, O>>> handler;
    private final Deque<Call<I, O>> waiting = new ArrayDeque<>();
    private boolean handling;
    private volatile @Nullable Thread handledBy;

    /**
     * @param executor handles the groups that callers do not handle themselves
     * @param maxGroup maximum number of calls in a group
     * @param handler answers each call of a group, or throws, which fails those that it did not answer; one group at a time
     */
    GroupedCalls(Executor executor, int maxGroup, Consumer<List<Call<I, O>>> handler) {
        this.executor = executor;
        this.maxGroup = maxGroup;
        this.handler = handler;
    }

    /** Returns the answer; throws what the handler throws. */
    O call(I input) {
        Call<I, O> call = new Call<>(input, new CompletableFuture<>());
        if (handledBy == Thread.currentThread()) {
            // Made by the handler itself: no other thread could answer it before the handler returns.
            handle(List.of(call));
        } else if (isFirst(call)) {
            // Tasks that were started together, on virtual threads, each get here before the first of them goes on.
            Thread.yield();
            handle(withWaiting(call));
            handleNext();
        }
        try {
            return call.answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The number of calls that wait for the next group. */
    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized boolean isFirst(Call<I, O> call) {
        if (!handling) {
            handling = true;
            return true;
        }
        waiting.add(call);
        return false;
    }

    private synchronized List<Call<I, O>> withWaiting(Call<I, O> first) {
        List<Call<I, O>> group = new ArrayList<>();
        group.add(first);
        fill(group);
        return group;
    }

    private synchronized List<Call<I, O>> next() {
        List<Call<I, O>> group = new ArrayList<>();
        fill(group);
        handling = !group.isEmpty();
        return group;
    }

    private void fill(List<Call<I, O>> group) {
        while (!waiting.isEmpty() && group.size() < maxGroup) {
            group.add(waiting.remove());
        }
    }

    /** Passes the next group to another thread, since this one's call is answered. */
    private void handleNext() {
        List<Call<I, O>> group = next();
        if (!group.isEmpty()) {
            try {
                executor.execute(() -> handleAll(group));
            } catch (RejectedExecutionException e) {
                // The process stops; the others still wait for their answers.
                handleAll(group);
            }
        }
    }

    private void handleAll(List<Call<I, O>> first) {
        for (List<Call<I, O>> group = first; !group.isEmpty(); group = next()) {
            handle(group);
        }
    }

    private void handle(List<Call<I, O>> group) {
        Thread outer = handledBy;
        handledBy = Thread.currentThread();
        try {
            handler.accept(group);
        } catch (RuntimeException | Error e) {
            group.forEach(call -> call.answer.completeExceptionally(e));
        } finally {
            handledBy = outer;
        }
    }

    /** A call that waits for its answer. */
    record Call<I, O>(I input, CompletableFuture<O> answer) {}
}
