package io.eventjobs.gateway.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Times as requests write them: RFC 3339, in UTC, in the years that it has. Others could not be stored. */
public final class TimeText {
    /** RFC 3339 has years of four digits. */
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

    private TimeText() {}

    /** The time; empty if the text is none. */
    public static Optional<Instant> time(String text) {
        try {
            Instant time = Instant.parse(text);
            return time.isBefore(EARLIEST) || !time.isBefore(LATEST) ? Optional.empty() : Optional.of(time);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
