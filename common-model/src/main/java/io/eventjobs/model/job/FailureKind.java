package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a failure is handled: fail at once, retry with backoff, or wait. */
public enum FailureKind {
    /** A retry would fail in the same way: the job fails at once. */
    PERMANENT,
    /** Possibly transient: the job is retried after a backoff, which uses up an attempt. */
    RETRYABLE,
    /** A third party is down or asks to wait: the job waits without using up an attempt, for a bounded time. */
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
