package io.eventjobs.worker.background;

import io.eventjobs.worker.log.LogKeys;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a background task a thread of its own, named after it, from start to stop. Thread-safe. */
public final class TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final String name;
    private final TaskLoop loop;
    private @Nullable Thread thread;

    /** @param tasks makes the task; asked again each time the task has failed */
    public TaskRunner(String name, Supplier<? extends BackgroundTask> tasks) {
        this.name = name;
        this.loop = new TaskLoop(name, tasks, Thread::sleep);
    }

    /** A runner that is stopped is not started again. */
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name(name).daemon(true).start(loop);
        }
    }

    /** Interrupts the task; returns when it has ended and is closed, or after ten seconds. */
    public synchronized void stop() throws InterruptedException {
        loop.stop();
        if (thread != null && !thread.join(STOP_TIMEOUT)) {
            LOG.atWarn().addKeyValue(LogKeys.TASK, name).log("Background task did not end in time");
        }
    }
}
