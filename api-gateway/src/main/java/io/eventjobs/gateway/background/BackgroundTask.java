package io.eventjobs.gateway.background;

import java.time.Duration;

/** One round of background work; testable without a thread. */
public interface BackgroundTask {
    /** Does what is due and says how long to rest before the next round; a wake-up ends the rest early. */
    Duration run() throws InterruptedException;
}
