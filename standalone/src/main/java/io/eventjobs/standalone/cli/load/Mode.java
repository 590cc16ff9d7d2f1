package io.eventjobs.standalone.cli.load;

import java.util.Locale;

/** What a load test measures. */
enum Mode {
    /** Jobs are stored on a paused queue, as fast as a number of clients can. */
    ACCEPT,
    /** Jobs are stored on a paused queue, which is then resumed. */
    DRAIN,
    /** Jobs arrive at a given rate and start at once. */
    STEADY;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
