package io.eventjobs.gateway.host;

import java.util.Locale;

/** Why no further job may go to a host now. */
public enum HostWait {
    /** As many as it may have are there. */
    FULL,
    /** It asked to be left alone for a while. */
    ASKED,
    /** By its rate the next one is not due yet. */
    RATE;

    /** The word in metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
