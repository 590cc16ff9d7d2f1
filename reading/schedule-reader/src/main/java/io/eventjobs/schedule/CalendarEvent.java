package io.eventjobs.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties of an event of iCalendar, as far as they have been read. Not thread-safe. */
final class CalendarEvent {
    private static final int MAX_OF_A_NAME = 500;

    private final Map<String, List<CalendarProperty>> properties = new HashMap<>();

    void add(CalendarProperty property) {
        List<CalendarProperty> named = properties.computeIfAbsent(property.name(), fresh -> new ArrayList<>());
        if (named.size() < MAX_OF_A_NAME) {
            named.add(property);
        }
    }

    /** In the order of the file. */
    List<CalendarProperty> all(String name) {
        return properties.getOrDefault(name, List.of());
    }

    /** Of properties with one name the first counts; null if there is none. */
    @Nullable CalendarProperty first(String name) {
        List<CalendarProperty> all = all(name);
        return all.isEmpty() ? null : all.getFirst();
    }

    /** The value without escapes; null if there is none. */
    @Nullable String text(String name) {
        CalendarProperty property = first(name);
        return property == null ? null : property.text();
    }

    boolean has(String name) {
        return properties.containsKey(name);
    }

    /** Whether it recurs, but not at its first time. */
    boolean excludesItsStart() {
        String start = value("DTSTART");
        return !start.isEmpty()
                && all("EXDATE").stream()
                        .flatMap(property -> property.texts().stream())
                        .anyMatch(excluded -> excluded.strip().equals(start));
    }

    /**
     * The events that no other one replaces: of the same event a later revision (a higher {@code SEQUENCE}), the same again, or an exception
     * for its first time. Events that merely share an identifier, as careless writers give them, are all current.
     */
    static List<CalendarEvent> current(List<CalendarEvent> events) {
        Map<List<String>, Long> latest = new HashMap<>();
        Set<List<String>> exceptions = new HashSet<>();
        for (CalendarEvent event : events) {
            latest.merge(event.occurrence(), event.sequence(), Math::max);
            if (event.has("RECURRENCE-ID")) {
                exceptions.add(event.occurrence());
            }
        }
        Set<List<String>> seen = new HashSet<>();
        return events.stream()
                .filter(event -> event.value("UID").isEmpty()
                        || event.sequence() == Objects.requireNonNull(latest.get(event.occurrence()))
                                && !event.isReplacedBy(exceptions)
                                && seen.add(event.content()))
                .toList();
    }

    private boolean isReplacedBy(Set<List<String>> exceptions) {
        return !has("RECURRENCE-ID") && exceptions.contains(List.of(value("UID"), value("DTSTART")));
    }

    /** What an event and its revisions have in common: the identifier, and of an exception the time that it replaces. */
    private List<String> occurrence() {
        return List.of(value("UID"), value("RECURRENCE-ID"));
    }

    private List<String> content() {
        return List.of(value("UID"), value("RECURRENCE-ID"), value("DTSTART"), value("SUMMARY"), value("STATUS"));
    }

    private long sequence() {
        String written = value("SEQUENCE");
        return written.matches("\\d{1,9}") ? Long.parseLong(written) : 0;
    }

    private String value(String name) {
        CalendarProperty property = first(name);
        return property == null ? "" : property.value().strip();
    }
}
