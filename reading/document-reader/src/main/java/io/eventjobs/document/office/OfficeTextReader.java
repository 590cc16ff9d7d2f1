package io.eventjobs.document.office;

import io.eventjobs.document.office.content.OfficeText;
import io.eventjobs.document.office.content.PictureCollector;
import io.eventjobs.document.office.content.PictureFiles;
import io.eventjobs.document.office.slides.Presentation;
import io.eventjobs.document.office.word.WordDocument;
import io.eventjobs.document.process.BoundedThreads;
import io.eventjobs.document.process.BrokenFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the text of office files: one at a time per worker, since some need much memory. Thread-safe. */
public final class OfficeTextReader {
    private static final Duration MAX_DURATION = Duration.ofSeconds(60);

    /** Counted up with every change of what is read, so that stored results of the same file are not taken for today's. */
    private static final int EDITION = 4;

    private final BoundedThreads threads = new BoundedThreads(1, MAX_DURATION);

    /** Names and versions of the libraries, which determine the result for a given file. */
    public String program() {
        return "our own readers, edition " + EDITION;
    }

    /**
     * Reads a file.
     *
     * @param files target for pictures; null if they are not wanted
     * @throws BrokenFileException if the file is unreadable, or in an old format that only LibreOffice reads
     */
    public OfficeText read(Path file, OfficeFormat format, @Nullable PictureFiles files)
            throws BrokenFileException, InterruptedException {
        return threads.call(() -> {
            PictureCollector pictures = new PictureCollector(files);
            return switch (format) {
                case PPTX -> Presentation.read(file, pictures);
                case DOCX -> WordDocument.read(file, pictures);
                case ODP, ODT -> OpenDocumentText.read(file, format, pictures);
                case PPT, DOC -> throw new BrokenFileException("is of an old format");
            };
        });
    }
}
