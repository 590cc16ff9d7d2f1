package io.eventjobs.worker.background;

import java.time.Duration;

/** Work that is done in rounds; testable without a thread. */
@FunctionalInterface
public interface BackgroundTask extends AutoCloseable {
    /** Does one round and says how long to rest before the next. */
    Duration run() throws InterruptedException;

    /** Called once, after the last round and on its thread, whether the task was stopped or has failed. */
    @Override
    default void close() {}
}
