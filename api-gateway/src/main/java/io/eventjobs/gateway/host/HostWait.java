package io.eventjobs.gateway.host;

/** Why no job may go to a host now. */
public enum HostWait {
    /** The maximum number of concurrent jobs is reached. */
    FULL("full"),
    /** The host asked for a pause (Retry-After), or fails so often that its circuit breaker is open. */
    RETRY_AFTER("asked"),
    /** The rate limit does not allow the next dispatch yet. */
    RATE("rate");

    private final String word;

    HostWait(String word) {
        this.word = word;
    }

    /** Name used in metrics. */
    public String word() {
        return word;
    }
}
