package io.eventjobs.worker.session.page;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Moments in ISO 8601 as facts: date, time of day, offset. A moment in UTC says nothing of the clocks of the place. */
final class MomentFacts {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd['T'][' ']HH:mm[:ss][.SSSSSS][.SSS][XXX][XX][X]");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private MomentFacts() {}

    static void start(String text, String source, SessionFacts.Gathering facts) {
        LocalDateTime at = local(text);
        if (at != null) {
            facts.add(FactName.DATE, at.toLocalDate().toString(), source);
            facts.add(FactName.START, at.format(CLOCK), source);
            zone(text, source, facts);
        }
    }

    static void end(String text, String source, SessionFacts.Gathering facts) {
        LocalDateTime at = local(text);
        if (at != null) {
            facts.add(FactName.END, at.format(CLOCK), source);
        }
    }

    /** An offset that is told. */
    static void zone(String text, String source, SessionFacts.Gathering facts) {
        if (parsed(text) instanceof OffsetDateTime at) {
            ZoneOffset offset = at.getOffset();
            facts.add(FactName.ZONE, offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId(), source);
        }
    }

    private static @Nullable LocalDateTime local(String text) {
        TemporalAccessor parsed = parsed(text);
        if (parsed instanceof OffsetDateTime at) {
            return at.toLocalDateTime();
        }
        return parsed instanceof LocalDateTime at ? at : null;
    }

    private static @Nullable TemporalAccessor parsed(String text) {
        if (text.length() > 40) {
            return null;
        }
        try {
            return MOMENT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
