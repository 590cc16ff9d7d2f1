package io.eventjobs.model.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an execution ended early through no fault of the job. */
public enum InterruptionReason {
    /** The worker is shutting down and gives back its unfinished jobs. */
    DRAIN,
    /** The worker took the job ahead, but none of its slots became free soon enough. */
    NO_SLOT,
    /** The worker's reports have not been acknowledged for so long that the lease may have expired. */
    LEASE_UNCERTAIN,
    /** The gateway received no report for the duration of the lease. */
    LEASE_LOST,
    /** A gateway told the worker to stop the execution. */
    CANCELLED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()}; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static InterruptionReason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
