package io.eventjobs.schedule;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads schedules of any supported format, detected from the content. Pure and thread-safe. A file is held as text, and JSON
 * as a tree besides, about ten times the size of the file.
 */
public final class ScheduleReader {
    /** Larger files are refused. The largest known schedule, of a congress with 2,000 events, has about 12 MiB. */
    public static final int MAX_BYTES = 32 << 20;

    /** Reading a file of this size takes some ten megabytes of memory at most. */
    public static final int SMALL_BYTES = 256 << 10;

    private static final int LOOK = 4_096;

    /**
     * Reads a file.
     *
     * @param address of the file, base of its relative addresses; null if unknown
     * @throws UnreadableScheduleException if it is not a schedule, is broken, or has no sessions; the message says which
     */
    public Schedule read(Path file, @Nullable URI address) throws UnreadableScheduleException, IOException {
        return read(file, address, null);
    }

    /**
     * As {@link #read(Path, URI)}, with the label of the character set in the HTTP header, null if it has none. The file counts more, if it
     * says otherwise.
     */
    public Schedule read(Path file, @Nullable URI address, @Nullable String charset)
            throws UnreadableScheduleException, IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new UnreadableScheduleException("It is larger than " + (MAX_BYTES >> 20) + " MiB.");
        }
        ScheduleText decoded = ScheduleText.of(Files.readAllBytes(file), charset);
        Schedule schedule = parsed(decoded.text().replace("\ufeff", "").stripLeading(), address);
        if (schedule.sessions().isEmpty()) {
            List<String> reasons = schedule.warnings();
            throw new UnreadableScheduleException(
                    "It contains no sessions" + (reasons.isEmpty() ? "." : ": " + String.join("; ", reasons) + "."));
        }
        return decoded.warning() == null ? schedule : schedule.warned(decoded.warning());
    }

    private static Schedule parsed(String text, @Nullable URI address) throws UnreadableScheduleException, IOException {
        String start = text.substring(0, Math.min(text.length(), LOOK)).toLowerCase(Locale.ROOT);
        if (start.startsWith("begin:vcalendar")) {
            return new CalendarParser(address).parse(text);
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return new JsonSchedule(address).parse(text);
        }
        if (start.startsWith("<!doctype html") || start.contains("<html")) {
            throw new UnreadableScheduleException("It is a web page, not a schedule.");
        }
        if (start.isEmpty()) {
            throw new UnreadableScheduleException("It is empty.");
        }
        if (start.startsWith("<")) {
            return new XmlSchedule(address).parse(text);
        }
        throw new UnreadableScheduleException("It is neither XML nor JSON nor iCalendar.");
    }
}
