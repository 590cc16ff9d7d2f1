package io.eventjobs.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The offsets of a time zone as an iCalendar file itself defines them, each from some moment on, once or every year. Not thread-safe. */
final class CalendarZoneRules {
    private static final int MAX_OFFSETS = 500;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm[ss]", Locale.ROOT);
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Pattern DAY = Pattern.compile("([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)");

    private final List<Offset> offsets = new ArrayList<>();
    private @Nullable LocalDateTime start;
    private @Nullable ZoneOffset from;
    private @Nullable ZoneOffset to;
    private @Nullable Yearly yearly;
    private boolean isUnknown;

    /** An offset with the moments, in local time before each, from which it holds. */
    private record Offset(LocalDateTime start, ZoneOffset from, ZoneOffset to, @Nullable Yearly yearly) {
        /** The last of those moments that is not after this one; null if there is none. */
        @Nullable LocalDateTime last(LocalDateTime at) {
            LocalDateTime once = start.isAfter(at) ? null : start;
            return yearly == null
                    ? once
                    : Stream.of(0, 1)
                            .map(ago -> yearly.in(Math.min(at.getYear(), yearly.lastYear()) - ago, start))
                            .filter(each -> !each.isAfter(at) && !each.isBefore(start) && !yearly.isOver(each))
                            .findFirst()
                            .orElse(once);
        }
    }

    /**
     * A day of every year.
     *
     * @param week which of the month, from its end if negative; 0 if the day is the first on or after a day of the month
     * @param weekday null if it is always the same day of the month
     */
    private record Yearly(int month, int week, @Nullable DayOfWeek weekday, int day, @Nullable LocalDate until) {
        int lastYear() {
            return until == null ? Integer.MAX_VALUE : until.getYear();
        }

        boolean isOver(LocalDateTime at) {
            return until != null && at.toLocalDate().isAfter(until);
        }

        LocalDateTime in(int year, LocalDateTime start) {
            YearMonth within = YearMonth.of(year, month);
            LocalDate first = within.atDay(Math.min(day, within.lengthOfMonth()));
            LocalDate date = weekday == null
                    ? first
                    : week == 0
                            ? first.with(TemporalAdjusters.nextOrSame(weekday))
                            : first.with(TemporalAdjusters.dayOfWeekInMonth(week, weekday));
            return date.atTime(start.toLocalTime());
        }
    }

    /** Takes a property of one of its offsets, or the end of an offset. */
    void define(CalendarProperty property) {
        try {
            String value = property.value().strip();
            switch (property.name()) {
                case "DTSTART" -> start = LocalDateTime.parse(value.replace("Z", ""), MOMENT);
                case "TZOFFSETFROM" -> from = ZoneOffset.of(value);
                case "TZOFFSETTO" -> to = ZoneOffset.of(value);
                case "RRULE" -> yearly = yearly(value.toUpperCase(Locale.ROOT));
                case "END" -> end();
                default -> {}
            }
        } catch (DateTimeException | NumberFormatException e) {
            isUnknown = true;
        }
    }

    private void end() {
        if (start != null && to != null && offsets.size() < MAX_OFFSETS) {
            offsets.add(new Offset(start, from == null ? to : from, to, yearly));
        }
        start = null;
        from = null;
        to = null;
        yearly = null;
    }

    /** The offset of a local date and time; null if the rules do not say or say it in an unknown way. */
    @Nullable ZoneOffset at(String written) {
        try {
            return isUnknown || offsets.isEmpty() ? null : at(LocalDateTime.parse(written.strip(), MOMENT));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private ZoneOffset at(LocalDateTime moment) {
        ZoneOffset found = offsets.getFirst().from();
        LocalDateTime since = LocalDateTime.MIN;
        for (Offset offset : offsets) {
            LocalDateTime last = offset.last(moment);
            if (last != null && last.isAfter(since)) {
                since = last;
                found = offset.to();
            }
        }
        return found;
    }

    private Yearly yearly(String rule) {
        String byDay = part(rule, "BYDAY");
        String byMonth = part(rule, "BYMONTH");
        String byMonthDay = part(rule, "BYMONTHDAY");
        String until = part(rule, "UNTIL");
        Matcher day = DAY.matcher(byDay);
        boolean isKnown = part(rule, "FREQ").equals("YEARLY")
                && (byDay.isEmpty() || day.matches())
                && (part(rule, "INTERVAL").isEmpty() || part(rule, "INTERVAL").equals("1"))
                && start != null;
        if (!isKnown || start == null) {
            throw new DateTimeException("a rule of another kind");
        }
        DayOfWeek weekday = byDay.isEmpty() ? null : DayOfWeek.of(1 + DAYS.indexOf(day.group(2)));
        int week = weekday == null || day.group(1) == null ? 0 : Integer.parseInt(day.group(1));
        int monthDay = byMonthDay.isEmpty()
                ? weekday == null ? start.getDayOfMonth() : 1
                : Integer.parseInt(byMonthDay.split(",", 2)[0]);
        return new Yearly(
                byMonth.isEmpty() ? start.getMonthValue() : Integer.parseInt(byMonth),
                week,
                weekday,
                Math.max(1, monthDay),
                until.length() < 8 ? null : LocalDate.parse(until.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE));
    }

    private static String part(String rule, String name) {
        for (String part : rule.split(";")) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        return "";
    }
}
