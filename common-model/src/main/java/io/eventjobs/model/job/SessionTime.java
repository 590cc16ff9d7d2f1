package io.eventjobs.model.job;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a session is held, as far as its sources tell: a day, a time, both or neither. Times are those at the venue. Immutable; the same for
 * people everywhere ({@link #text}), and in ISO 8601 for programs.
 *
 * @param day as the sources name it, if there is no date: {@code Saturday}, {@code Day 1}; empty if unknown
 * @param end time of day; before {@code start} if the session goes on after midnight
 * @param lastDate the date of the end, if a source states it
 * @param zone of the times; an offset, or the name of a zone
 */
public record SessionTime(
        String day,
        @Nullable LocalDate date,
        @Nullable LocalTime start,
        @Nullable LocalTime end,
        @Nullable LocalDate lastDate,
        @Nullable ZoneId zone) {
    public static final SessionTime UNKNOWN = new SessionTime("", null, null, null, null, null);

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?!\\d)");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_OF_YEAR = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    public SessionTime {
        Objects.requireNonNull(day, "day");
    }

    /**
     * Reads the texts of sources, in any of the forms that pages, schedules and requests have; what is empty or cannot be read is unknown.
     *
     * @param date ISO 8601
     * @param start time of day, or ISO 8601 date-time
     * @param zone name or offset
     */
    public static SessionTime of(String day, String date, String start, String end, String zone) {
        return SessionTimeParser.parsed(day, date, start, end, zone);
    }

    /** Whether neither a day nor a time is known. */
    public boolean isUnknown() {
        return day.isEmpty() && date == null && start == null;
    }

    /** This time on a date that it does not say itself. */
    public SessionTime on(LocalDate known) {
        return new SessionTime("", known, start, end, lastDate, zone);
    }

    /** The day of the week, also if only its name is known. */
    public Optional<DayOfWeek> weekday() {
        return date == null ? SessionTimeParser.weekday(day) : Optional.of(date.getDayOfWeek());
    }

    /**
     * For people, as {@code Sat 3 Oct, 13:50–14:30}; shorter if less is known, empty if nothing is. The year follows the month, unless readers
     * know it.
     *
     * @param knownYear year that readers know from the event's name or from the list that this stands in; null if they know none
     */
    public String text(@Nullable Integer knownYear) {
        String days = dayText(knownYear);
        return start == null ? days : days.isEmpty() ? span(knownYear) : days + ", " + span(knownYear);
    }

    /** The day alone. */
    public String dayText(@Nullable Integer knownYear) {
        if (date == null) {
            return SessionTimeParser.weekday(day)
                    .filter(known -> day.chars().allMatch(Character::isLetter))
                    .map(known -> known.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                    .orElse(day);
        }
        return dateText(date, knownYear);
    }

    /** A date in the same form. */
    public static String dateText(LocalDate date, @Nullable Integer knownYear) {
        boolean isYearKnown = knownYear != null && knownYear == date.getYear();
        return date.format(isYearKnown ? DATE : DATE_OF_YEAR);
    }

    /** The year in the name of an event, which its readers know; null if there is none. */
    public static @Nullable Integer yearIn(String eventName) {
        Matcher year = YEAR.matcher(eventName);
        return year.find() ? Integer.valueOf(year.group(1)) : null;
    }

    /** The time of day as {@code 13:50}; empty if unknown. */
    public Optional<String> startText() {
        return Optional.ofNullable(start).map(time -> time.format(CLOCK));
    }

    /** As {@link #startText}. */
    public Optional<String> endText() {
        return Optional.ofNullable(end).map(time -> time.format(CLOCK));
    }

    /** In ISO 8601, as exactly as it is known: date-time with offset, date-time, or time of day; empty if unknown. */
    public Optional<String> isoStart() {
        return Optional.ofNullable(start).map(time -> iso(date, time));
    }

    /** As {@link #isoStart}. */
    public Optional<String> isoEnd() {
        return Optional.ofNullable(end).map(time -> iso(endDate(), time));
    }

    private @Nullable LocalDate endDate() {
        boolean isNextDay = lastDate == null && date != null && start != null && end != null && end.isBefore(start);
        return isNextDay ? Objects.requireNonNull(date).plusDays(1) : lastDate == null ? date : lastDate;
    }

    private String iso(@Nullable LocalDate on, LocalTime time) {
        if (on == null) {
            return time.format(CLOCK);
        }
        LocalDateTime local = on.atTime(time);
        return local.format(ISO) + (zone == null ? "" : zone.getRules().getOffset(local));
    }

    /** The end has its own date if the session lasts longer than until the next morning. */
    private String span(@Nullable Integer knownYear) {
        if (start == null || end == null) {
            return start == null ? "" : start.format(CLOCK);
        }
        LocalDate last = lastDate;
        boolean isShort = date == null || last == null || !last.isAfter(date.plusDays(end.isBefore(start) ? 1 : 0));
        if (isShort || last == null) {
            return start.format(CLOCK) + "–" + end.format(CLOCK);
        }
        return start.format(CLOCK) + " – " + dateText(last, knownYear) + ", " + end.format(CLOCK);
    }
}
