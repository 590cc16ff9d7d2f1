package io.eventjobs.gateway.background;

import java.time.Duration;

/** One round of background work, so that it can be tested without a thread. */
public interface BackgroundTask {
    /** Does what is due and returns the pause before the next round; a signal ends the pause early. */
    Duration run() throws InterruptedException;
}
