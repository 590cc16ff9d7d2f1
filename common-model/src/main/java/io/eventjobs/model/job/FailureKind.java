package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a failure means for the job (DESIGN: protocol 5). */
public enum FailureKind {
    /** Trying again would end the same: the job fails now. */
    PERMANENT,
    /** May pass: spends an attempt and waits its backoff. */
    RETRYABLE,
    /** The other side is down or asks to wait: waits, spends no attempt, bounded by age. */
    DEFERRED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()}; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static FailureKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
