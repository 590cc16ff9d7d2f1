package io.eventjobs.worker.background;

import java.time.Duration;

/** Work that is done in rounds, so that it can be tested without a thread. */
@FunctionalInterface
public interface BackgroundTask extends AutoCloseable {
    /** Runs one round and returns the pause before the next. */
    Duration run() throws InterruptedException;

    /** Called once, after the last round and on the same thread, whether the task was stopped or has failed. */
    @Override
    default void close() {}
}
