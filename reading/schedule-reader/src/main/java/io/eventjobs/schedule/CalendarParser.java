package io.eventjobs.schedule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of an iCalendar file (RFC 5545): title, times, place, text, address. Recurrence is ignored, since conferences do not use
 * it.
 */
final class CalendarParser {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final int MAX_LINE_LENGTH = 1 << 20;

    private final @Nullable URI address;
    private final SessionList sessions = new SessionList();
    private String title = "";
    private @Nullable ZoneId zone;

    CalendarParser(@Nullable URI address) {
        this.address = address;
    }

    Schedule parse(InputStream in) throws IOException, UnreadableScheduleException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Map<String, Property> entry = new HashMap<>();
        boolean inside = false;
        StringBuilder unfolded = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if ((line.startsWith(" ") || line.startsWith("\t")) && unfolded.length() < MAX_LINE_LENGTH) {
                unfolded.append(line, 1, line.length());
                continue;
            }
            inside = take(unfolded.toString(), entry, inside);
            unfolded.setLength(0);
            unfolded.append(line);
        }
        take(unfolded.toString(), entry, inside);
        Schedule.Conference conference = new Schedule.Conference(title, null, address, zone);
        return new Schedule(ScheduleFormat.ICALENDAR, conference, sessions.all(), sessions.warnings());
    }

    /** Processes a line and returns whether the next one is inside an event. */
    private boolean take(String line, Map<String, Property> entry, boolean inside) throws UnreadableScheduleException {
        Property property = Property.of(line);
        if (property == null) {
            return inside;
        }
        if (property.is("BEGIN", "VEVENT")) {
            entry.clear();
            return true;
        }
        if (property.is("END", "VEVENT")) {
            sessions.add(session(entry));
            return false;
        }
        if (inside) {
            entry.putIfAbsent(property.name(), property);
        } else if (property.name().equals("X-WR-CALNAME")) {
            title = Objects.requireNonNullElse(CleanText.line(property.text()), "");
        } else if (property.name().equals("X-WR-TIMEZONE")) {
            zone = SlotTimes.zone(property.value());
        }
        return inside;
    }

    private SessionDraft session(Map<String, Property> entry) {
        SessionDraft draft = new SessionDraft(address);
        draft.guid = text(entry, "UID");
        draft.url = text(entry, "URL");
        draft.title = text(entry, "SUMMARY");
        draft.room = text(entry, "LOCATION");
        draft.track = text(entry, "CATEGORIES");
        String block = CleanText.block(text(entry, "DESCRIPTION"));
        draft.description = block == null ? null : Prose.guessed(block);
        draft.slot = slot(entry);
        return draft;
    }

    private ScheduledSession.Slot slot(Map<String, Property> entry) {
        Property start = entry.get("DTSTART");
        LocalDateTime begins = moment(start);
        LocalDateTime ends = moment(entry.get("DTEND"));
        Duration length = SlotTimes.duration(text(entry, "DURATION"));
        if (ends == null && begins != null && length != null) {
            ends = begins.plus(length);
        }
        ZoneId own = start == null ? null : start.zone();
        return new ScheduledSession.Slot(
                begins == null ? null : begins.toLocalDate(), begins, ends, zone == null ? own : zone);
    }

    /** Converted to the calendar's time zone if it names one; else in the event's own. */
    private @Nullable LocalDateTime moment(@Nullable Property property) {
        if (property == null) {
            return null;
        }
        try {
            LocalDateTime written = LocalDateTime.parse(property.value().replace("Z", ""), MOMENT);
            ZoneId own = property.zone();
            return own == null || zone == null
                    ? written
                    : written.atZone(own).withZoneSameInstant(zone).toLocalDateTime();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String text(Map<String, Property> entry, String name) {
        Property property = entry.get(name);
        return property == null ? null : property.text();
    }

    /** A content line: name, parameters, value. */
    private record Property(String name, String parameters, String value) {
        static @Nullable Property of(String line) {
            int colon = -1;
            boolean quoted = false;
            for (int i = 0; i < line.length() && colon < 0; i++) {
                char c = line.charAt(i);
                quoted ^= c == '"';
                colon = c == ':' && !quoted ? i : -1;
            }
            if (colon <= 0) {
                return null;
            }
            String head = line.substring(0, colon);
            int semicolon = head.indexOf(';');
            return new Property(
                    (semicolon < 0 ? head : head.substring(0, semicolon)).toUpperCase(Locale.ROOT),
                    semicolon < 0 ? "" : head.substring(semicolon),
                    line.substring(colon + 1));
        }

        boolean is(String wantedName, String wantedValue) {
            return name.equals(wantedName) && value.strip().equalsIgnoreCase(wantedValue);
        }

        String text() {
            StringBuilder text = new StringBuilder(value.length());
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c != '\\' || i + 1 == value.length()) {
                    text.append(c);
                } else {
                    char escaped = value.charAt(++i);
                    text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
                }
            }
            return text.toString();
        }

        /** The zone from a parameter such as {@code ;TZID=Europe/Brussels}, or UTC for a trailing Z. */
        @Nullable ZoneId zone() {
            if (value.endsWith("Z")) {
                return ZoneOffset.UTC;
            }
            int at = parameters.indexOf("TZID=");
            return at < 0
                    ? null
                    : SlotTimes.zone(
                            parameters.substring(at + 5).split(";", 2)[0].replace("\"", ""));
        }
    }
}
