package io.eventjobs.document.process;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds how many calls into parsers run at once, and how long each may take. They run on platform threads: on virtual ones, a
 * computation that never ends would block a carrier for good. Thread-safe.
 */
public final class BoundedThreads {
    private static final Duration MAX_WAIT = Duration.ofMinutes(10);

    private final Semaphore free;
    private final Duration maxCall;

    /**
     * @param threads calls at once; the number of processors is a good one
     * @param maxCall after this time a call is interrupted and abandoned
     */
    public BoundedThreads(int threads, Duration maxCall) {
        this.free = new Semaphore(threads, true);
        this.maxCall = maxCall;
    }

    /**
     * Calls on a thread of its own. A call that does not end in time is interrupted and abandoned; it keeps its permit until it ends, so
     * that no more calls can hang than there are permits.
     */
    public <T> T call(Callable<T> work) throws BrokenFileException, InterruptedException {
        acquire();
        FutureTask<T> task = new FutureTask<>(() -> contained(work));
        Thread thread = Thread.ofPlatform().name("attachments").daemon(true).unstarted(() -> {
            try {
                task.run();
            } finally {
                free.release();
            }
        });
        thread.start();
        try {
            return task.get(maxCall.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new BrokenFileException("takes longer than " + maxCall.toSeconds() + " seconds", e);
        } catch (CancellationException | ExecutionException e) {
            throw broken(e);
        } finally {
            task.cancel(true);
        }
    }

    /** Runs on the caller's thread, which only waits for another process. */
    public <T> T await(ProcessWork<T> work) throws BrokenFileException, InterruptedException {
        acquire();
        try {
            return work.run(maxCall);
        } finally {
            free.release();
        }
    }

    private void acquire() throws BrokenFileException, InterruptedException {
        if (!free.tryAcquire(MAX_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new BrokenFileException("waited too long for its turn");
        }
    }

    /**
     * A parser that meets a broken or hostile file may throw anything: deep nesting ends in a StackOverflowError, streams
     * that unpack without end in an OutOfMemoryError. Either must end this file only, so they are caught here, where
     * nothing but this file's objects are left half-made.
     */
    private static <T> T contained(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (StackOverflowError e) {
            throw new BrokenFileException("is nested too deeply", e);
        } catch (OutOfMemoryError e) {
            throw new BrokenFileException("needs too much memory", e);
        }
    }

    private static BrokenFileException broken(Exception e) {
        return e.getCause() instanceof BrokenFileException broken
                ? broken
                : new BrokenFileException("cannot be read", e.getCause() == null ? e : e.getCause());
    }

    /** Something that another process does, in time. */
    public interface ProcessWork<T> {
        T run(Duration timeout) throws BrokenFileException, InterruptedException;
    }
}
