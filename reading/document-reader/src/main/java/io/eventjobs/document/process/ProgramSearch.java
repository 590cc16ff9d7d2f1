package io.eventjobs.document.process;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * What is found out about a program of this machine: some take seconds to say their version, so it is asked in a thread of its
 * own, and only those who need the answer wait for it. Thread-safe.
 */
public final class ProgramSearch<T> {
    private final CompletableFuture<T> found;

    private ProgramSearch(CompletableFuture<T> found) {
        this.found = found;
    }

    /** Begins at once. */
    public static <T> ProgramSearch<T> begin(String program, Supplier<T> question) {
        CompletableFuture<T> found = new CompletableFuture<>();
        Thread.ofVirtual().name("search-" + program).start(() -> found.completeAsync(question, Runnable::run));
        return new ProgramSearch<>(found);
    }

    /** Of what is known without asking. */
    public static <T> ProgramSearch<T> ended(T found) {
        return new ProgramSearch<>(CompletableFuture.completedFuture(found));
    }

    /** Waits for the answer. */
    public T found() throws InterruptedException {
        try {
            return found.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a program could not be asked for its version", e.getCause());
        }
    }
}
