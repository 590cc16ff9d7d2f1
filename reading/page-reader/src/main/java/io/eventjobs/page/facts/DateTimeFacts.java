package io.eventjobs.page.facts;

import io.eventjobs.schedule.IsoDateTime;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Turns ISO 8601 date-times into facts: date, time of day, offset. A time in UTC does not reveal the local offset. */
public final class DateTimeFacts {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private DateTimeFacts() {}

    public static void start(String text, String source, PageFacts.Builder facts) {
        LocalDateTime at = local(text);
        if (at != null) {
            facts.add(FactName.DATE, at.toLocalDate().toString(), source);
            facts.add(FactName.START, at.format(CLOCK), source);
            zone(text, source, facts);
        }
    }

    public static void end(String text, String source, PageFacts.Builder facts) {
        LocalDateTime at = local(text);
        if (at != null) {
            facts.add(FactName.END, at.format(CLOCK), source);
        }
    }

    /** The offset, if there is one. */
    static void zone(String text, String source, PageFacts.Builder facts) {
        if (IsoDateTime.parsed(text) instanceof OffsetDateTime at) {
            ZoneOffset offset = at.getOffset();
            facts.add(FactName.ZONE, offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId(), source);
        }
    }

    private static @Nullable LocalDateTime local(String text) {
        TemporalAccessor parsed = IsoDateTime.parsed(text);
        if (parsed instanceof OffsetDateTime at) {
            return at.toLocalDateTime();
        }
        return parsed instanceof LocalDateTime at ? at : null;
    }
}
