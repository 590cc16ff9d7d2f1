package io.eventjobs.schedule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of an iCalendar file (RFC 5545): title, times, place, text, address. What is cancelled is left out; of an event that
 * recurs only the first time is read, unless it is excluded; of several revisions the last; alarms and other components within an event are ignored.
 */
final class CalendarParser {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm[ss]");
    private static final String CUT = "It breaks off before the calendar ends: events may be missing";
    private static final List<String> RECURRENCE = List.of("RRULE", "RDATE");

    private final @Nullable URI address;
    private final SessionList sessions = new SessionList();
    private final CalendarZones zones = new CalendarZones();
    private final List<CalendarEvent> events = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private @Nullable CalendarProperty last;
    private String title = "";
    private @Nullable ZoneId zone;

    CalendarParser(@Nullable URI address) {
        this.address = address;
    }

    /** @param unfolded text, in which each property is one line */
    Schedule parse(String unfolded) throws IOException, UnreadableScheduleException {
        BufferedReader lines = new BufferedReader(new StringReader(unfolded));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            CalendarProperty property = CalendarProperty.of(line);
            if (property != null) {
                takeLast();
                last = property;
            } else if (last != null && !line.isBlank()) {
                last = last.continued(line);
            }
        }
        takeLast();
        for (CalendarEvent event : CalendarEvent.current(events)) {
            add(event);
        }
        Schedule.Conference conference = new Schedule.Conference(title, null, address, zone);
        Schedule schedule = new Schedule(ScheduleFormat.ICALENDAR, conference, sessions.all(), sessions.warnings());
        return open.isEmpty() ? schedule : schedule.warned(CUT);
    }

    private void takeLast() {
        if (last != null) {
            take(last);
            last = null;
        }
    }

    private void take(CalendarProperty property) {
        boolean isZone = open.contains("VTIMEZONE");
        if (property.name().equals("BEGIN")) {
            open.add(property.value().strip().toUpperCase(Locale.ROOT));
            if (property.is("BEGIN", "VTIMEZONE")) {
                zones.begin();
            } else if (property.is("BEGIN", "VEVENT")) {
                events.add(new CalendarEvent());
            }
            return;
        }
        if (isZone) {
            zones.define(property);
        }
        if (property.name().equals("END")) {
            close(property.value().strip().toUpperCase(Locale.ROOT));
        } else if (!open.isEmpty() && open.getLast().equals("VEVENT")) {
            events.getLast().add(property);
        } else if (!isZone && property.name().equals("X-WR-CALNAME")) {
            title = Objects.requireNonNullElse(CleanText.words(property.text()), "");
        } else if (!isZone && property.name().equals("X-WR-TIMEZONE")) {
            zone = CalendarZones.named(property.value());
        }
    }

    /** Also closes components within it that have no end. */
    private void close(String component) {
        int at = open.lastIndexOf(component);
        if (at >= 0) {
            open.subList(at, open.size()).clear();
        }
    }

    private void add(CalendarEvent event) throws UnreadableScheduleException {
        String name = Objects.requireNonNullElse(CleanText.words(event.text("SUMMARY")), "");
        CalendarProperty status = event.first("STATUS");
        if (status != null && status.is("STATUS", "CANCELLED")) {
            sessions.leaveOut(Omission.CANCELLED, name);
            return;
        }
        if (RECURRENCE.stream().anyMatch(event::has)) {
            sessions.leaveOut(event.excludesItsStart() ? Omission.EXCLUDED_TIMES : Omission.RECURRENCES, name);
        }
        sessions.add(session(event));
    }

    private SessionDraft session(CalendarEvent event) {
        SessionDraft draft = new SessionDraft(address);
        draft.guid = event.text("UID");
        draft.url = event.text("URL");
        draft.title = event.text("SUMMARY");
        draft.room = event.text("LOCATION");
        CalendarProperty categories = event.first("CATEGORIES");
        draft.track = categories == null ? null : categories.texts().getFirst();
        draft.description = description(event);
        draft.slot = event.excludesItsStart() ? ScheduledSession.Slot.UNKNOWN : slot(event);
        for (CalendarProperty file : event.all("ATTACH")) {
            if (isAddress(file.value())) {
                draft.attachment(file.value(), file.parameter("FILENAME"), null);
            }
        }
        for (CalendarProperty stream : event.all("CONFERENCE")) {
            if (isAddress(stream.value())) {
                draft.link(stream.value(), stream.parameter("LABEL"));
            }
        }
        return draft;
    }

    /** Attachments may also be within the file. */
    private static boolean isAddress(String value) {
        return value.strip().regionMatches(true, 0, "http", 0, 4);
    }

    /** Some writers put the text in HTML into a property of their own. */
    private static @Nullable Prose description(CalendarEvent event) {
        String block = CleanText.block(event.text("DESCRIPTION"));
        if (block != null) {
            return Prose.guessed(block);
        }
        CalendarProperty other = event.first("X-ALT-DESC");
        String rich = other == null ? null : CleanText.block(other.text());
        return rich == null ? null : Prose.guessed(rich);
    }

    /** An event of whole days has a day and no times. */
    private ScheduledSession.Slot slot(CalendarEvent event) {
        CalendarProperty start = event.first("DTSTART");
        LocalDateTime begins = moment(start);
        LocalDateTime ends = moment(event.first("DTEND"));
        Duration length = duration(event.text("DURATION"));
        if (ends == null && begins != null && length != null) {
            ends = begins.plus(length);
        }
        LocalDate day = begins == null ? date(start) : begins.toLocalDate();
        ZoneId own = start == null ? null : zones.of(start);
        return new ScheduledSession.Slot(day, begins, begins == null ? null : ends, zone == null ? own : zone);
    }

    /** Converted to the calendar's time zone if it names one; else in the event's own. */
    private @Nullable LocalDateTime moment(@Nullable CalendarProperty property) {
        if (property == null) {
            return null;
        }
        try {
            LocalDateTime written = LocalDateTime.parse(property.value().strip().replace("Z", ""), MOMENT);
            ZoneId own = zones.of(property);
            return own == null || zone == null
                    ? written
                    : written.atZone(own).withZoneSameInstant(zone).toLocalDateTime();
        } catch (DateTimeException e) {
            return SlotTimes.in(zone).moment(property.value());
        }
    }

    private static @Nullable LocalDate date(@Nullable CalendarProperty property) {
        try {
            return property == null
                    ? null
                    : LocalDate.parse(property.value().strip(), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return property == null ? null : SlotTimes.date(property.value());
        }
    }

    private static @Nullable Duration duration(@Nullable String text) {
        String line = CleanText.line(text);
        if (line != null && line.matches("[+]?P\\d{1,4}W")) {
            return Duration.ofDays(7L * Integer.parseInt(line.replaceAll("\\D", "")));
        }
        Duration length = SlotTimes.duration(line);
        return length == null || length.isNegative() ? null : length;
    }
}
