package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The states of a batch; all but {@code creating} are derived from the states of its jobs ({@link StateCounts}). */
public enum BatchStatus {
    /** Its jobs are being stored: the batch is invisible, and none of its jobs is dispatched. */
    CREATING,
    PENDING,
    PROCESSING,
    /** All jobs are finished, at least one completed. */
    COMPLETED,
    /** All jobs are finished, none completed, at least one failed. */
    FAILED,
    /** All jobs are finished, none completed or failed. */
    CANCELLED;

    /** Whether the batch is finished: only a restart leads out of this state. */
    public boolean isTerminal() {
        return switch (this) {
            case CREATING, PENDING, PROCESSING -> false;
            case COMPLETED, FAILED, CANCELLED -> true;
        };
    }

    /** The word in JSON and in MongoDB. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()}; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static BatchStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
