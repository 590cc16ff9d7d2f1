package io.eventjobs.model.job;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a session's time from the texts of requests, schedules and pages. */
final class SessionTimeParser {
    private static final int MAX_LENGTH = 60;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
            "yyyy-MM-dd['T'][' ']HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][' '][XXX][XX][X]", Locale.ROOT);
    /** {@code 9:05, 09:05:00, 9.05, 9h05, 2:15 pm, 2 p.m.}, with a word such as "Uhr" or the name of a zone after it. */
    private static final Pattern CLOCK = Pattern.compile(
            "(\\d{1,2})(?:\\s?[:.hH]\\s?([0-5]\\d)(?::[0-5]\\d(?:\\.\\d{1,9})?)?)?\\s?([AaPp]\\.?[Mm]\\.?)?(?:\\s?(?:Uhr|h|o'clock|[A-Z]{2,5}))?");

    private static final Pattern DATE = Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}-]+");
    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "pl", "cs");
    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    private SessionTimeParser() {}

    static SessionTime parsed(String day, String date, String start, String end, String zone) {
        ZoneId named = zone(zone);
        Moment from = moment(start, named);
        Moment to = moment(end, named);
        LocalDate on = first(from.date(), first(date(date), date(day)));
        boolean isUnread = from.time() == null && from.date() == null && !start.isBlank();
        String unread = isUnread ? start.strip() : "";
        String name = on == null ? day.strip() : "";
        boolean isNamed = !name.isEmpty() && !unread.isEmpty();
        boolean keepsText = on == null && from.time() == null;
        return new SessionTime(
                keepsText ? isNamed ? name + ", " + unread : name + unread : name,
                on,
                from.time(),
                from.time() == null ? null : to.time(),
                to.date(),
                named == null ? from.offset() : named);
    }

    /** The day of the week that a text names first, in one of several languages. */
    static Optional<DayOfWeek> weekday(String text) {
        Matcher word = WORD.matcher(text.length() > MAX_LENGTH ? "" : text);
        return word.find()
                ? Optional.ofNullable(WEEKDAYS.get(word.group().toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static Moment moment(String text, @Nullable ZoneId zone) {
        String line = text.strip();
        if (line.isEmpty() || line.length() > MAX_LENGTH) {
            return Moment.NONE;
        }
        try {
            TemporalAccessor read = MOMENT.parseBest(line, OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime at ? atVenue(at, zone) : Moment.of((LocalDateTime) read, null);
        } catch (DateTimeException e) {
            // Not a date-time: a date or a time of day, or neither.
            return new Moment(date(line), clock(line), null);
        }
    }

    /** A time in UTC says little about the venue, whose zone is used if it is known; any other is meant as it is written. */
    private static Moment atVenue(OffsetDateTime at, @Nullable ZoneId zone) {
        boolean isConverted = zone != null && at.getOffset().equals(ZoneOffset.UTC);
        return Moment.of(
                isConverted ? at.atZoneSameInstant(zone).toLocalDateTime() : at.toLocalDateTime(), at.getOffset());
    }

    private static @Nullable LocalTime clock(String line) {
        Matcher clock = CLOCK.matcher(line);
        if (!clock.matches() || clock.group(2) == null && clock.group(3) == null) {
            return null;
        }
        int hour = Integer.parseInt(clock.group(1));
        int minute = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
        if (clock.group(3) != null && (hour > 12 || hour < 1)) {
            return null;
        }
        boolean isAfternoon =
                clock.group(3) != null && "pP".indexOf(clock.group(3).charAt(0)) >= 0;
        int inDay = clock.group(3) == null ? hour : hour % 12 + (isAfternoon ? 12 : 0);
        return inDay > 23 ? null : LocalTime.of(inDay, minute);
    }

    private static @Nullable LocalDate date(String text) {
        Matcher date = DATE.matcher(text.length() > MAX_LENGTH ? "" : text);
        try {
            return date.find() ? LocalDate.parse(date.group(1)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable ZoneId zone(String name) {
        try {
            return name.isBlank() ? null : ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate first(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null ? other : one;
    }

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> weekdays = new HashMap<>();
        for (String language : LANGUAGES) {
            for (DayOfWeek day : DayOfWeek.values()) {
                Locale locale = Locale.forLanguageTag(language);
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                    String name = day.getDisplayName(style, locale)
                            .toLowerCase(Locale.ROOT)
                            .replace(".", "");
                    weekdays.putIfAbsent(name, day);
                }
            }
        }
        return Map.copyOf(weekdays);
    }

    /** What a text tells of the start or the end. */
    private record Moment(@Nullable LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
        static final Moment NONE = new Moment(null, null, null);

        static Moment of(LocalDateTime at, @Nullable ZoneOffset offset) {
            return new Moment(at.toLocalDate(), at.toLocalTime(), offset);
        }
    }
}
