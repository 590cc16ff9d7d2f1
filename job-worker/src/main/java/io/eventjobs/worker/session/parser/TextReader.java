package io.eventjobs.worker.session.parser;

import io.eventjobs.page.SessionPage;
import io.eventjobs.schedule.Schedule;
import io.eventjobs.schedule.UnreadableScheduleException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads pages and schedules. Thread-safe. */
public interface TextReader {
    /**
     * Reads a page.
     *
     * @throws TextTooLargeException if that takes more memory or time than allowed
     */
    SessionPage page(PageFile file) throws IOException, InterruptedException, TextTooLargeException;

    /**
     * Reads a schedule.
     *
     * @param address of the file, base of its relative addresses
     * @param charset from the response header; null if absent
     * @throws TextTooLargeException if that takes more memory or time than allowed
     * @throws UnreadableScheduleException if it is no schedule
     */
    Schedule schedule(Path file, URI address, @Nullable String charset)
            throws IOException, InterruptedException, TextTooLargeException, UnreadableScheduleException;

    /**
     * A fetched page.
     *
     * @param contentType media type from the response header; null if absent
     * @param charset from the response header; null if absent
     * @param address of the response, after redirects
     */
    record PageFile(Path file, @Nullable String contentType, @Nullable String charset, URI address) {}
}
