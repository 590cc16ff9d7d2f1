package io.eventjobs.gateway.host;

/** Why no further job may go to a host now. */
public enum HostWait {
    /** As many as it may have are there. */
    FULL("full"),
    /** It answered that requests are to be made later (Retry-After), or fails so often that its circuit breaker is open. */
    RETRY_AFTER("asked"),
    /** The next one is not due yet at its rate. */
    RATE("rate");

    private final String word;

    HostWait(String word) {
        this.word = word;
    }

    /** The word in metrics. */
    public String word() {
        return word;
    }
}
