package io.eventjobs.worker.session.parser;

import io.eventjobs.page.PageReader;
import io.eventjobs.page.PageSource;
import io.eventjobs.page.SessionPage;
import io.eventjobs.schedule.Schedule;
import io.eventjobs.schedule.ScheduleReader;
import io.eventjobs.schedule.UnreadableScheduleException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads within this process, with whatever memory that takes. */
public final class InProcessTextReader implements TextReader {
    private final PageReader pages = new PageReader();
    private final ScheduleReader schedules = new ScheduleReader();

    @Override
    public SessionPage page(PageFile file) throws IOException {
        return pages.read(source(file));
    }

    @Override
    public Schedule schedule(Path file, URI address, @Nullable String charset)
            throws IOException, UnreadableScheduleException {
        return schedules.read(file, address, charset);
    }

    /** The page; empty if reading it may take much memory. */
    Optional<SessionPage> smallPage(PageFile file) throws IOException {
        if (Files.size(file.file()) > PageReader.SMALL_BYTES) {
            return Optional.empty();
        }
        PageSource source = source(file);
        return PageReader.isSmall(source) ? Optional.of(pages.read(source)) : Optional.empty();
    }

    private static PageSource source(PageFile file) throws IOException {
        return new PageSource(Files.readAllBytes(file.file()), file.contentType(), file.charset(), file.address());
    }
}
