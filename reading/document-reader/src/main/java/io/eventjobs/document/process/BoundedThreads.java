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
 * Bounds the number and duration of calls into parsers. They run on platform threads, since an endless computation on a virtual thread
 * would block its carrier. Thread-safe.
 */
public final class BoundedThreads {
    private static final Duration MAX_WAIT = Duration.ofMinutes(10);

    private final Semaphore free;
    private final Duration maxCall;

    /**
     * @param threads concurrent calls, usually the number of processors
     * @param maxCall time after which a call is interrupted and abandoned
     */
    public BoundedThreads(int threads, Duration maxCall) {
        this.free = new Semaphore(threads, true);
        this.maxCall = maxCall;
    }

    /**
     * Runs a call on a thread of its own. A call that exceeds the time limit is interrupted and abandoned; it keeps its permit until it
     * ends, so that at most as many calls hang as there are permits.
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
            throw BrokenFileException.outOfTime("takes longer than " + maxCall.toSeconds() + " seconds");
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
     * A parser may throw anything on a damaged or hostile file: a StackOverflowError for deep nesting, an OutOfMemoryError for streams that
     * unpack without end. These are caught here, where only objects of this file can be left inconsistent, so that they fail this file
     * only. A JVM that exits on OutOfMemoryError does not get here; one that must survive such files reads them in another process.
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

    /** Waits for another process, with a time limit. */
    public interface ProcessWork<T> {
        T run(Duration timeout) throws BrokenFileException, InterruptedException;
    }
}
