package io.eventjobs.schedule;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** ISO 8601 date-times as used in schedules and pages: with a {@code T} or a space, to the minute or finer. */
public final class IsoDateTime {
    private static final int MAX_LENGTH = 40;
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd['T'][' ']HH:mm[:ss][.SSSSSS][.SSS][XXX][XX][X]");

    private IsoDateTime() {}

    /** An {@link OffsetDateTime}, or a {@link LocalDateTime} if the text has no offset; null if it is not a date-time. */
    public static @Nullable TemporalAccessor parsed(@Nullable String text) {
        String line = CleanText.line(text);
        if (line == null || line.length() > MAX_LENGTH) {
            return null;
        }
        try {
            return FORM.parseBest(line, OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
