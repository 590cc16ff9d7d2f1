package io.eventjobs.document.process;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Asks an installed program for its version in the background, since some programs take seconds to answer; only callers that need the
 * result wait. Thread-safe.
 */
public final class ProgramProbe<T> {
    private final CompletableFuture<T> found;

    private ProgramProbe(CompletableFuture<T> found) {
        this.found = found;
    }

    /** Starts asking immediately. */
    public static <T> ProgramProbe<T> begin(String program, Supplier<T> question) {
        CompletableFuture<T> found = new CompletableFuture<>();
        Thread.ofVirtual().name("search-" + program).start(() -> found.completeAsync(question, Runnable::run));
        return new ProgramProbe<>(found);
    }

    /** A probe with a known result. */
    public static <T> ProgramProbe<T> ended(T found) {
        return new ProgramProbe<>(CompletableFuture.completedFuture(found));
    }

    /** Waits for the result. */
    public T found() throws InterruptedException {
        try {
            return found.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a program could not be asked for its version", e.getCause());
        }
    }
}
