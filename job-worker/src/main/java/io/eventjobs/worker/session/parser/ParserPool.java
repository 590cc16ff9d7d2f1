package io.eventjobs.worker.session.parser;

import io.eventjobs.worker.log.LogKeys;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parser processes of a worker: as many as documents may be read at once, started ahead of need, so that one is ready when the next
 * document comes. Thread-safe.
 */
final class ParserPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ParserPool.class);

    /** More idle processes than this end, for each occupies a hundred megabytes. */
    private static final int MAX_IDLE = 2;

    private final Starter starter;
    private final ParserLimits limits;
    private final Semaphore free;
    private final boolean keepsSpare;
    private final Deque<CompletableFuture<ParserProcess>> idle = new ArrayDeque<>();
    private boolean isClosed;

    ParserPool(Starter starter, ParserLimits limits) {
        this(starter, limits, true);
    }

    private ParserPool(Starter starter, ParserLimits limits, boolean keepsSpare) {
        this.starter = starter;
        this.limits = limits;
        this.keepsSpare = keepsSpare;
        this.free = new Semaphore(limits.processes(), true);
        prepareSpare();
    }

    /** A pool that starts no process before one is needed, and keeps it afterwards. */
    static ParserPool startedOnDemand(Starter starter, ParserLimits limits) {
        return new ParserPool(starter, limits, false);
    }

    /** Waits for a process; the longest waiting is served first. */
    Lease take() throws ParserUnavailableException, InterruptedException {
        free.acquire();
        boolean isTaken = false;
        try {
            CompletableFuture<ParserProcess> next = next();
            prepareSpare();
            Lease lease = new Lease(ready(next));
            isTaken = true;
            return lease;
        } finally {
            if (!isTaken) {
                free.release();
            }
        }
    }

    /** Ends the idle processes; those in use end when they are returned. */
    @Override
    public void close() {
        List<CompletableFuture<ParserProcess>> left;
        synchronized (this) {
            isClosed = true;
            left = new ArrayList<>(idle);
            idle.clear();
        }
        left.forEach(process -> process.thenAccept(ParserProcess::close));
    }

    /** One that is ready, else one that is being started, else a new one. */
    private synchronized CompletableFuture<ParserProcess> next() {
        for (Iterator<CompletableFuture<ParserProcess>> all = idle.iterator(); all.hasNext(); ) {
            CompletableFuture<ParserProcess> process = all.next();
            if (process.isDone() && !isUsable(process)) {
                all.remove();
                process.thenAccept(ParserProcess::close);
            }
        }
        for (Iterator<CompletableFuture<ParserProcess>> all = idle.iterator(); all.hasNext(); ) {
            CompletableFuture<ParserProcess> process = all.next();
            if (process.isDone()) {
                all.remove();
                return process;
            }
        }
        CompletableFuture<ParserProcess> starting = idle.poll();
        return starting == null ? start() : starting;
    }

    private boolean isUsable(CompletableFuture<ParserProcess> process) {
        return !process.isCompletedExceptionally() && process.join().isReusable(limits);
    }

    private ParserProcess ready(CompletableFuture<ParserProcess> starting)
            throws ParserUnavailableException, InterruptedException {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            throw new ParserUnavailableException("no parser process can be started", e);
        } catch (InterruptedException e) {
            putBack(starting);
            throw e;
        }
    }

    /** Only as many as could be used at once are idle. */
    private synchronized void prepareSpare() {
        if (keepsSpare && !isClosed && idle.isEmpty() && free.availablePermits() > 0) {
            idle.add(start());
        }
    }

    private synchronized void putBack(CompletableFuture<ParserProcess> process) {
        if (isClosed || idle.size() >= MAX_IDLE) {
            process.thenAccept(ParserProcess::close);
        } else {
            idle.addFirst(process);
        }
    }

    private CompletableFuture<ParserProcess> start() {
        CompletableFuture<ParserProcess> process = new CompletableFuture<>();
        Thread.ofPlatform().name("parser-start").daemon(true).start(() -> {
            try {
                process.complete(starter.start());
            } catch (IOException | ParserEndedException e) {
                LOG.atError().addKeyValue(LogKeys.FAULT, e.getMessage()).log("Parser process could not be started");
                process.completeExceptionally(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.completeExceptionally(e);
            }
        });
        return process;
    }

    /** Starts a process and waits until it is ready. */
    @FunctionalInterface
    interface Starter {
        ParserProcess start() throws IOException, ParserEndedException, InterruptedException;
    }

    /** The use of a process for one file. */
    final class Lease implements AutoCloseable {
        private final ParserProcess process;

        private Lease(ParserProcess process) {
            this.process = process;
        }

        ParserProcess process() {
            return process;
        }

        /** Returns the process; ends it if it cannot be used again. */
        @Override
        public void close() {
            if (process.isReusable(limits)) {
                putBack(CompletableFuture.completedFuture(process));
            } else {
                process.close();
            }
            free.release();
            prepareSpare();
        }
    }
}
