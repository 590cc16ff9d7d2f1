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
 * Reads schedules, whose format is detected by their content. Pure and thread-safe. XML is read as a stream, of
 * which one event at a time is in memory; JSON is held as a tree, some ten times the size of the file.
 */
public final class ScheduleReader {
    /** A larger file is refused. The largest that is known, of a congress with 2,000 events, has some 12 MiB. */
    public static final int MAX_BYTES = 32 << 20;

    private static final int LOOK = 4_096;

    /**
     * Reads a file.
     *
     * @param address that it was fetched from, null if none: relative addresses in it are resolved against it
     * @throws UnreadableScheduleException when it is no schedule, is broken, or has no sessions; the message says which
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
        // UTF-16 shows as zeros, which are no text; its parser knows what to do.
        if (lower.startsWith("<") || start.indexOf('<') >= 0) {
            return checked(new XmlSchedule(address).parse(in));
        }
        throw new UnreadableScheduleException("It is neither XML nor JSON nor iCalendar.");
    }

    private static Schedule checked(Schedule schedule) throws UnreadableScheduleException {
        if (schedule.sessions().isEmpty()) {
            throw new UnreadableScheduleException("There is no session in it.");
        }
        return schedule;
    }
}
