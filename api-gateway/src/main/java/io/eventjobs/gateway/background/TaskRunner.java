package io.eventjobs.gateway.background;

import io.eventjobs.gateway.log.LogKeys;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Runs a task on a thread of its own until it is stopped. The only place where exceptions of a task are caught: they are logged, and the
 * task is repeated after a pause that doubles up to {@link #MAX_PAUSE}.
 */
public final class TaskRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    private static final Duration MIN_PAUSE = Duration.ofMillis(100);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(5);
    private static final Duration STOP_WAIT = Duration.ofSeconds(5);

    private final String name;
    private final BackgroundTask task;
    private final int phase;
    private final Signal signal;
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * @param phase runners with a lower phase start earlier and stop later
     * @param signal ends the pause between two rounds
     */
    public TaskRunner(String name, int phase, Signal signal, BackgroundTask task) {
        this.name = name;
        this.phase = phase;
        this.signal = signal;
        this.task = task;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon(true).start(this::loop);
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread current = thread;
        if (current == null) {
            return;
        }
        current.interrupt();
        try {
            current.join(STOP_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }

    private void loop() {
        Duration pause = MIN_PAUSE;
        while (running) {
            try {
                signal.await(task.run());
                pause = MIN_PAUSE;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                pause = afterFault(e, pause);
            }
        }
    }

    private Duration afterFault(Exception fault, Duration pause) {
        if (!running) {
            return pause;
        }
        LoggingEventBuilder line = LOG.atWarn().addKeyValue("runner", name).addKeyValue("pause", pause);
        // For an unavailable database the message suffices; the stack trace adds nothing.
        LoggingEventBuilder whole = fault instanceof DataAccessException away
                ? line.addKeyValue(
                        LogKeys.FAULT, away.getMostSpecificCause().getClass().getSimpleName())
                : line.setCause(fault);
        whole.log("Background task failed and will be run again");
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
        return longer(pause);
    }

    /** The pause after another consecutive failure. */
    static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : doubled;
    }
}
