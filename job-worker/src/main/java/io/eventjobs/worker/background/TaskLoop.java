package io.eventjobs.worker.background;

import io.eventjobs.worker.log.LogKeys;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats the rounds of a task until it is stopped. A task that fails is closed and, after a pause, replaced by a new one; the pause
 * doubles up to {@link #MAX_PAUSE}. No failure ends the loop. {@link #stop} may be called by any thread.
 */
final class TaskLoop implements Runnable {
    static final Duration MIN_PAUSE = Duration.ofMillis(100);
    static final Duration MAX_PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(TaskLoop.class);

    private final String name;
    private final Supplier<? extends BackgroundTask> tasks;
    private final Sleep sleep;
    private volatile boolean stopped;
    /** The thread of the loop while it may be interrupted. */
    private @Nullable Thread interruptible;

    private Duration pause = MIN_PAUSE;

    TaskLoop(String name, Supplier<? extends BackgroundTask> tasks, Sleep sleep) {
        this.name = name;
        this.tasks = tasks;
        this.sleep = sleep;
    }

    /** Ends the loop and closes its task; interrupts the current round or pause. */
    synchronized void stop() {
        stopped = true;
        if (interruptible != null) {
            interruptible.interrupt();
        }
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                runOneTask();
            } catch (Throwable e) {
                recoverFrom(e);
            }
        }
    }

    private void runOneTask() throws InterruptedException {
        BackgroundTask task = tasks.get();
        try {
            allowInterrupts();
            while (!stopped) {
                Duration rest = task.run();
                pause = MIN_PAUSE;
                sleep.sleep(rest);
            }
        } finally {
            // An interrupt now would cut off closing.
            ignoreInterrupts();
            task.close();
        }
    }

    private void recoverFrom(Throwable failure) {
        if (stopped) {
            LOG.atDebug()
                    .addKeyValue(LogKeys.TASK, name)
                    .setCause(failure)
                    .log("Background task interrupted while stopping");
            return;
        }
        LOG.atWarn()
                .addKeyValue(LogKeys.TASK, name)
                .addKeyValue(LogKeys.PAUSE, pause)
                .setCause(failure)
                .log("Background task failed and will be restarted");
        try {
            allowInterrupts();
            sleep.sleep(pause);
        } catch (InterruptedException e) {
            // Only a stop ends the loop; it sets its flag before it interrupts.
            LOG.atDebug().addKeyValue(LogKeys.TASK, name).log("Pause interrupted");
        } finally {
            ignoreInterrupts();
        }
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : doubled;
    }

    private synchronized void allowInterrupts() throws InterruptedException {
        interruptible = Thread.currentThread();
        if (stopped) {
            throw new InterruptedException("stopped");
        }
    }

    private synchronized void ignoreInterrupts() {
        interruptible = null;
        Thread.interrupted();
    }

    /** How the loop pauses. */
    @FunctionalInterface
    interface Sleep {
        void sleep(Duration rest) throws InterruptedException;
    }
}
