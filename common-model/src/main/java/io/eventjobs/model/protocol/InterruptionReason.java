package io.eventjobs.model.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an execution ended through no fault of the job. */
public enum InterruptionReason {
    /** The worker is being stopped and hands back what it has not finished. */
    DRAIN,
    /** The worker's reports were not acknowledged for so long that another may have the job by now. */
    LEASE_UNCERTAIN,
    /** The gateway heard nothing for a whole lease. */
    LEASE_LOST,
    /** A gateway told the worker to stop. */
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
