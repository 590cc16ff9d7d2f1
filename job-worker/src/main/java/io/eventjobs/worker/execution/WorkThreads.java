package io.eventjobs.worker.execution;

import io.eventjobs.model.protocol.JobCommand;
import io.opentelemetry.context.Context;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of a worker's slots: platform threads, since computation on virtual threads would block their carriers. Granted jobs wait in
 * order for one of them. A job that must run alone has a thread beside them, on which it waits for the others. The work runs in the context
 * of the record that started it. Thread-safe.
 */
final class WorkThreads implements AutoCloseable {
    private static final long KEEP_ALIVE_SECONDS = 60;

    private final ExecutorService ofSlots;
    private final ExecutorService alone;
    private final Executor ofSlotsInContext;
    private final Executor aloneInContext;

    WorkThreads(int slots) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                slots,
                slots,
                KEEP_ALIVE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("slot-", 1).daemon(true).factory());
        pool.allowCoreThreadTimeOut(true);
        ofSlots = pool;
        alone = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("alone-", 1).daemon(true).factory());
        ofSlotsInContext = Context.taskWrapping(ofSlots);
        aloneInContext = Context.taskWrapping(alone);
    }

    /** What runs the work of this command. */
    Executor of(JobCommand command) {
        return command.runsAlone() ? aloneInContext : ofSlotsInContext;
    }

    @Override
    public void close() {
        ofSlots.shutdownNow();
        alone.shutdownNow();
    }
}
