package io.eventjobs.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Invented schedules with the structure of real ones. */
final class Schedules {
    private Schedules() {}

    static Schedule file(String name, @Nullable String address) {
        try {
            URI resource = Objects.requireNonNull(Schedules.class.getResource("/schedule/" + name), name)
                    .toURI();
            return new ScheduleReader().read(Path.of(resource), address == null ? null : URI.create(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | UnreadableScheduleException e) {
            throw new IllegalStateException(e);
        }
    }

    static Schedule file(String name) {
        return file(name, null);
    }

    static Schedule of(String text) throws UnreadableScheduleException, IOException {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Schedule of(byte[] bytes) throws UnreadableScheduleException, IOException {
        Path file = Files.createTempFile("schedule", ".any");
        try {
            return new ScheduleReader().read(Files.write(file, bytes), null);
        } finally {
            Files.delete(file);
        }
    }

    /** The XML of one event with these elements. */
    static String event(String elements) {
        return "<schedule><conference><title>C</title><time_zone_name>Europe/Berlin</time_zone_name></conference>"
                + "<day date=\"2025-02-01\"><room name=\"R\"><event id=\"1\">" + elements
                + "</event></room></day></schedule>";
    }

    static List<String> names(ScheduledSession session) {
        return session.speakers().stream().map(ScheduledSession.Speaker::name).toList();
    }

    static List<String> links(ScheduledSession session, SessionLink.Kind kind) {
        return session.addresses(kind);
    }

    static Schedule calendar(String... parts) throws UnreadableScheduleException, IOException {
        return of("BEGIN:VCALENDAR\nVERSION:2.0\n" + String.join("", parts) + "END:VCALENDAR\n");
    }

    static String calendarEvent(String... lines) {
        return "BEGIN:VEVENT\n" + String.join("\n", lines) + "\nEND:VEVENT\n";
    }
}
