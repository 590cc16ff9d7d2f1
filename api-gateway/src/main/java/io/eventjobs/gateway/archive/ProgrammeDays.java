package io.eventjobs.gateway.archive;

import io.eventjobs.model.job.SessionTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The days on which the sessions of a list are held. They tell the date of a session that names only a day of the week or a time of day, and
 * the order of all: by the moment of their start, whatever their sources say it in. Immutable.
 *
 * @param dates of the sessions
 * @param zone of times without one: the most frequent of the others
 */
record ProgrammeDays(TreeSet<LocalDate> dates, ZoneId zone) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    static ProgrammeDays of(Collection<SessionTime> times) {
        TreeSet<LocalDate> dates = times.stream()
                .map(SessionTime::date)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<ZoneId, Long> zones = times.stream()
                .map(SessionTime::zone)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        ZoneId zone = zones.entrySet().stream()
                .max(Map.Entry.<ZoneId, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().getId()))
                .map(Map.Entry::getKey)
                .orElse(ZoneOffset.UTC);
        return new ProgrammeDays(dates, zone);
    }

    /** The time with its date, if that can only be one of these days; else unchanged. */
    SessionTime dated(SessionTime time) {
        if (time.date() != null) {
            return time;
        }
        Optional<DayOfWeek> weekday = time.weekday();
        List<LocalDate> possible = dates.stream()
                .filter(date -> weekday.isEmpty() || date.getDayOfWeek() == weekday.get())
                .toList();
        boolean isOnSome = weekday.isPresent() || time.day().isEmpty() && time.start() != null;
        return isOnSome && possible.size() == 1 ? time.on(possible.getFirst()) : time;
    }

    /** The year that readers know: the one in the name of the event, else the only one of the list; null if there is none. */
    @Nullable Integer year(String name) {
        Integer named = SessionTime.yearIn(name);
        if (named != null) {
            return named;
        }
        boolean isOne =
                !dates.isEmpty() && dates.first().getYear() == dates.last().getYear();
        return isOne ? Integer.valueOf(dates.first().getYear()) : null;
    }

    /** The first and the last day with their years, as {@code Sat 3 Oct – Sun 4 Oct 2026}; empty if none is known. */
    String span() {
        if (dates.isEmpty()) {
            return "";
        }
        String last = SessionTime.dateText(dates.last(), null);
        boolean isOneYear = dates.first().getYear() == dates.last().getYear();
        Integer year = isOneYear ? Integer.valueOf(dates.last().getYear()) : null;
        return dates.size() == 1 ? last : SessionTime.dateText(dates.first(), year) + " – " + last;
    }

    /** By the moment of the start, a day without a time first; then what names a day, what names a time only, and what names neither. */
    Comparator<SessionTime> inOrder() {
        return Comparator.comparingInt(ProgrammeDays::certainty)
                .thenComparing(this::moment)
                .thenComparingInt(
                        time -> time.weekday().map(DayOfWeek::getValue).orElse(8))
                .thenComparing(time -> time.weekday().isPresent() ? "" : numbered(time.day()))
                .thenComparing(time -> time.start() == null ? LocalTime.MIN : time.start());
    }

    /** With numbers that sort as numbers. */
    private static String numbered(String day) {
        return NUMBER.matcher(day).replaceAll(number -> "%09d".formatted(Integer.valueOf(number.group())));
    }

    private static int certainty(SessionTime time) {
        if (time.date() != null) {
            return 0;
        }
        return time.isUnknown() ? 3 : time.day().isEmpty() ? 2 : 1;
    }

    private Instant moment(SessionTime time) {
        LocalDate date = time.date();
        LocalTime start = time.start() == null ? LocalTime.MIN : time.start();
        return date == null
                ? Instant.MAX
                : date.atTime(start)
                        .atZone(time.zone() == null ? zone : time.zone())
                        .toInstant();
    }
}
