package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * A line of a job's log.
 *
 * @param message cut to 500 characters
 */
public record LogLine(Instant at, Level level, String message) {
    public LogLine {
        message = Texts.shortened(message, 500);
    }

    /** The severity of a line. */
    public enum Level {
        INFO,
        WARNING,
        ERROR;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads {@link #word()}; anything else is an {@link IllegalArgumentException}. */
        @JsonCreator
        public static Level of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
