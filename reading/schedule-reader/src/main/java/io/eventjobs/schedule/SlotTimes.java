package io.eventjobs.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses the times of a schedule, in the conference's local time.
 *
 * @param zone of the conference, null if unknown
 * @param dayChange times before this belong to the previous day of the programme; midnight if the schedule does not say
 */
record SlotTimes(@Nullable ZoneId zone, LocalTime dayChange) {
    private static final Pattern CLOCKS = Pattern.compile("(\\d{1,3}):([0-5]?\\d)(?::([0-5]?\\d))?");

    private static final Pattern TIME_OF_DAY = Pattern.compile(
            "(\\d{1,2})[:.h]([0-5]\\d)(?:[:.][0-5]\\d)?(?:\\s?([ap])\\.?m\\.?)?", Pattern.CASE_INSENSITIVE);

    /** Times in this zone, with the day changing at midnight. */
    static SlotTimes in(@Nullable ZoneId zone) {
        return new SlotTimes(zone, LocalTime.MIDNIGHT);
    }

    /**
     * A slot from the fields of Pentabarf XML or JSON.
     *
     * @param day of the programme
     * @param date date-time with offset; if missing, the slot is determined by {@code day} and {@code start}
     * @param start time of day
     */
    ScheduledSession.Slot slot(
            @Nullable LocalDate day, @Nullable String date, @Nullable String start, @Nullable String duration) {
        LocalDateTime begins = moment(date);
        if (begins == null) {
            begins = onDay(day == null ? date(date) : day, time(start));
        }
        Duration length = duration(duration);
        LocalDateTime ends = begins == null || length == null ? null : end(begins, date, length);
        return slot(day, begins, ends, offset(date));
    }

    /** In the local time of the venue, which may change for daylight saving during the session. */
    private LocalDateTime end(LocalDateTime begins, @Nullable String date, Duration length) {
        if (zone == null) {
            return begins.plus(length);
        }
        ZonedDateTime at = IsoDateTime.parsed(date) instanceof OffsetDateTime moment
                ? moment.atZoneSameInstant(zone)
                : begins.atZone(zone);
        return at.plus(length).toLocalDateTime();
    }

    /** A slot from two date-times. */
    ScheduledSession.Slot slot(@Nullable String start, @Nullable String end) {
        return slot(null, moment(start), moment(end), offset(start));
    }

    private ScheduledSession.Slot slot(
            @Nullable LocalDate day,
            @Nullable LocalDateTime begins,
            @Nullable LocalDateTime ends,
            @Nullable ZoneId ofMoment) {
        LocalDate programme = day != null || begins == null
                ? day
                : begins.toLocalTime().isBefore(dayChange)
                        ? begins.toLocalDate().minusDays(1)
                        : begins.toLocalDate();
        return new ScheduledSession.Slot(programme, begins, ends, zone == null ? ofMoment : zone);
    }

    /** Times before the day change are on the next calendar day. */
    private @Nullable LocalDateTime onDay(@Nullable LocalDate day, @Nullable LocalTime time) {
        if (day == null || time == null) {
            return null;
        }
        return (time.isBefore(dayChange) ? day.plusDays(1) : day).atTime(time);
    }

    /** The local time at the conference; null if the text is not a date-time. */
    @Nullable LocalDateTime moment(@Nullable String text) {
        TemporalAccessor parsed = IsoDateTime.parsed(text);
        if (parsed instanceof OffsetDateTime at) {
            return zone == null
                    ? at.toLocalDateTime()
                    : at.atZoneSameInstant(zone).toLocalDateTime();
        }
        return parsed instanceof LocalDateTime at ? at : null;
    }

    private static @Nullable ZoneId offset(@Nullable String text) {
        return IsoDateTime.parsed(text) instanceof OffsetDateTime at ? at.getOffset() : null;
    }

    /** The date at the start of a text; null if there is none. */
    static @Nullable LocalDate date(@Nullable String text) {
        String line = CleanText.line(text);
        if (line == null || line.length() < 10) {
            return null;
        }
        try {
            return LocalDate.parse(line.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** {@code 9:05, 09:05, 09:05:00, 9.05, 9:05 am}; null for anything else. */
    static @Nullable LocalTime time(@Nullable String text) {
        String line = CleanText.line(text);
        Matcher clock = TIME_OF_DAY.matcher(line == null ? "" : line);
        if (!clock.matches()) {
            return null;
        }
        int hour = Integer.parseInt(clock.group(1));
        String half = clock.group(3);
        try {
            return LocalTime.of(
                    half == null || hour > 12 ? hour : hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0),
                    Integer.parseInt(clock.group(2)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** {@code 0:20, 00:20, 00:20:00, PT20M} and minutes; null for anything else. */
    static @Nullable Duration duration(@Nullable String text) {
        String line = CleanText.line(text);
        if (line == null || line.length() > 20) {
            return null;
        }
        Matcher clock = CLOCKS.matcher(line);
        if (clock.matches()) {
            return Duration.ofHours(Long.parseLong(clock.group(1)))
                    .plusMinutes(Long.parseLong(clock.group(2)))
                    .plusSeconds(clock.group(3) == null ? 0 : Long.parseLong(clock.group(3)));
        }
        try {
            return line.chars().allMatch(c -> c >= '0' && c <= '9') && line.length() < 6
                    ? Duration.ofMinutes(Long.parseLong(line))
                    : Duration.parse(line);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A zone by its name; null if unknown. */
    static @Nullable ZoneId zone(@Nullable String name) {
        String line = CleanText.line(name);
        try {
            return line == null ? null : ZoneId.of(line);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
