package io.eventjobs.schedule;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The time zones of an iCalendar file by their names, which may be those of the platform, of Windows, prefixed, or the file's own. Not
 * thread-safe.
 */
final class CalendarZones {
    private static final Map<String, String> OF_WINDOWS = Map.ofEntries(
            Map.entry("gmt standard time", "Europe/London"),
            Map.entry("greenwich standard time", "Atlantic/Reykjavik"),
            Map.entry("w. europe standard time", "Europe/Berlin"),
            Map.entry("romance standard time", "Europe/Paris"),
            Map.entry("central europe standard time", "Europe/Budapest"),
            Map.entry("central european standard time", "Europe/Warsaw"),
            Map.entry("e. europe standard time", "Europe/Chisinau"),
            Map.entry("fle standard time", "Europe/Kiev"),
            Map.entry("gtb standard time", "Europe/Bucharest"),
            Map.entry("turkey standard time", "Europe/Istanbul"),
            Map.entry("israel standard time", "Asia/Jerusalem"),
            Map.entry("russian standard time", "Europe/Moscow"),
            Map.entry("india standard time", "Asia/Kolkata"),
            Map.entry("singapore standard time", "Asia/Singapore"),
            Map.entry("china standard time", "Asia/Shanghai"),
            Map.entry("taipei standard time", "Asia/Taipei"),
            Map.entry("tokyo standard time", "Asia/Tokyo"),
            Map.entry("korea standard time", "Asia/Seoul"),
            Map.entry("aus eastern standard time", "Australia/Sydney"),
            Map.entry("new zealand standard time", "Pacific/Auckland"),
            Map.entry("e. south america standard time", "America/Sao_Paulo"),
            Map.entry("eastern standard time", "America/New_York"),
            Map.entry("central standard time", "America/Chicago"),
            Map.entry("mountain standard time", "America/Denver"),
            Map.entry("pacific standard time", "America/Los_Angeles"));

    private final Map<String, ZoneId> own = new HashMap<>();
    private final Map<String, CalendarZoneRules> rules = new HashMap<>();
    private CalendarZoneRules rule = new CalendarZoneRules();
    private @Nullable String defined;
    private @Nullable ZoneId location;
    private @Nullable ZoneId offset;
    private boolean changes;

    /** Takes a property of the definition of a zone, or the end of the definition. */
    void define(CalendarProperty property) {
        rule.define(property);
        switch (property.name()) {
            case "TZID" -> defined = property.text().strip();
            case "X-LIC-LOCATION" -> location = named(property.text());
            case "TZOFFSETTO" -> {
                ZoneId to = offset(property.value());
                changes |= offset != null && !offset.equals(to);
                offset = to;
            }
            case "END" -> {
                ZoneId known = location == null && !changes ? offset : location;
                if (defined != null && property.is("END", "VTIMEZONE")) {
                    if (known == null) {
                        rules.put(defined, rule);
                    } else {
                        own.put(defined, known);
                    }
                }
            }
            default -> {}
        }
    }

    /** Begins the definition of another zone. */
    void begin() {
        rule = new CalendarZoneRules();
        defined = null;
        location = null;
        offset = null;
        changes = false;
    }

    /**
     * The zone of a date-time, or its offset if the file itself says when the zone has which; null if it has none, or an unknown one: then
     * its time is local all the same.
     */
    @Nullable ZoneId of(CalendarProperty property) {
        if (property.value().strip().endsWith("Z")) {
            return ZoneOffset.UTC;
        }
        String name = property.parameter("TZID");
        if (name == null) {
            return null;
        }
        ZoneId known = named(name);
        ZoneId defined = known == null ? own.get(name.strip()) : known;
        CalendarZoneRules rules = defined == null ? this.rules.get(name.strip()) : null;
        return rules == null ? defined : rules.at(property.value());
    }

    /** Also of a name such as {@code /citadel.org/20210210_1/Europe/Berlin}. */
    static @Nullable ZoneId named(String name) {
        String line = name.strip();
        ZoneId zone = SlotTimes.zone(line);
        for (int slash = line.indexOf('/'); zone == null && slash >= 0; slash = line.indexOf('/', slash + 1)) {
            zone = SlotTimes.zone(line.substring(slash + 1));
        }
        return zone == null ? SlotTimes.zone(OF_WINDOWS.get(line.toLowerCase(Locale.ROOT))) : zone;
    }

    private static @Nullable ZoneId offset(String written) {
        try {
            return ZoneOffset.of(written.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
