package io.eventjobs.schedule;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads schedules of any supported format, detected from the content. Pure and thread-safe. XML is streamed, with one event in memory at a
 * time; JSON is held as a tree, about ten times the size of the file.
 */
public final class ScheduleReader {
    /** Larger files are refused. The largest known schedule, of a congress with 2,000 events, has about 12 MiB. */
    public static final int MAX_BYTES = 32 << 20;

    private static final int LOOK = 4_096;

    /**
     * Reads a file.
     *
     * @param address of the file, base of its relative addresses; null if unknown
     * @throws UnreadableScheduleException if it is not a schedule, is broken, or has no sessions; the message says which
     */
    public Schedule read(Path file, @Nullable URI address) throws UnreadableScheduleException, IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new UnreadableScheduleException("It is larger than " + (MAX_BYTES >> 20) + " MiB.");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(LOOK);
            String start = new String(in.readNBytes(LOOK), StandardCharsets.UTF_8);
            in.reset();
            return read(in, start.replace("\ufeff", "").stripLeading(), address);
        }
    }

    private static Schedule read(InputStream in, String start, @Nullable URI address)
            throws UnreadableScheduleException, IOException {
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.startsWith("begin:vcalendar")) {
            return checked(new CalendarParser(address).parse(in));
        }
        if (lower.startsWith("{") || lower.startsWith("[")) {
            return checked(new JsonSchedule(address).parse(in));
        }
        if (lower.startsWith("<!doctype html") || lower.contains("<html")) {
            throw new UnreadableScheduleException("It is a web page, not a schedule.");
        }
        // In UTF-16 every "<" is next to a zero byte; the XML parser handles the encoding.
        if (lower.startsWith("<") || start.indexOf('<') >= 0) {
            return checked(new XmlSchedule(address).parse(in));
        }
        throw new UnreadableScheduleException("It is neither XML nor JSON nor iCalendar.");
    }

    private static Schedule checked(Schedule schedule) throws UnreadableScheduleException {
        if (schedule.sessions().isEmpty()) {
            throw new UnreadableScheduleException("It contains no sessions.");
        }
        return schedule;
    }
}
