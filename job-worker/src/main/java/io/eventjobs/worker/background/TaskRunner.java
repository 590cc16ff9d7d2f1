package io.eventjobs.worker.background;

import io.eventjobs.worker.log.LogKeys;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a background task on a thread of its own, named after the task, from start to stop. Thread-safe. */
public final class TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final String name;
    private final TaskLoop loop;
    private @Nullable Thread thread;

    /** @param tasks creates the task; called again after each failure of the task */
    public TaskRunner(String name, Supplier<? extends BackgroundTask> tasks) {
        this.name = name;
        this.loop = new TaskLoop(name, tasks, Thread::sleep);
    }

    /** May be called once; a stopped runner is not restarted. */
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name(name).daemon(true).start(loop);
        }
    }

    /** Interrupts the task; returns once it has ended and is closed, or after ten seconds. */
    public synchronized void stop() throws InterruptedException {
        loop.stop();
        if (thread != null && !thread.join(STOP_TIMEOUT)) {
            LOG.atWarn().addKeyValue(LogKeys.TASK, name).log("Background task did not end in time");
        }
    }
}
