package io.eventjobs.http;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs a call on a virtual thread, where an interrupt ends blocking I/O at once (JEP 444; on a platform thread it does not), and
 * waits for it.
 */
final class VirtualCall {
    private static final Duration MAX_END = Duration.ofSeconds(1);

    private VirtualCall() {}

    /** Runs on the caller's thread if that is virtual. If the caller is interrupted, the call is interrupted as well and does not continue. */
    static <T> T run(FetchCall<T> call) throws FetchException, InterruptedException {
        if (Thread.currentThread().isVirtual()) {
            return call.run();
        }
        FutureTask<T> task = new FutureTask<>(call::run);
        Thread thread = Thread.ofVirtual().name("fetch").start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            thread.interrupt();
            thread.join(MAX_END);
            throw e;
        } catch (ExecutionException e) {
            throw cause(e);
        }
    }

    private static RuntimeException cause(ExecutionException failed) throws FetchException, InterruptedException {
        return switch (failed.getCause()) {
            case FetchException e -> throw e;
            case InterruptedException e -> throw e;
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException("a call failed with what it does not declare", failed);
        };
    }

    /** A call that fetches. */
    @FunctionalInterface
    interface FetchCall<T> {
        T run() throws FetchException, InterruptedException;
    }
}
