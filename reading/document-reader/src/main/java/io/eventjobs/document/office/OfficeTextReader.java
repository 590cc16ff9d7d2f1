package io.eventjobs.document.office;

import io.eventjobs.document.process.BoundedThreads;
import io.eventjobs.document.process.BrokenFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.poi.Version;
import org.jspecify.annotations.Nullable;

/** Reads what files of office programs say: one at a time in the whole worker, for some take much memory. Thread-safe. */
public final class OfficeTextReader {
    private static final Duration MAX_DURATION = Duration.ofSeconds(60);

    private final BoundedThreads threads = new BoundedThreads(1, MAX_DURATION);

    /** What makes the same of the same file. */
    public String program() {
        return "POI " + Version.getVersion();
    }

    /**
     * Reads a file.
     *
     * @param files where pictures go; null if they are not wanted
     * @throws BrokenFileException when it cannot be read; so it is with the old formats, which only LibreOffice reads
     */
    public OfficeText read(Path file, OfficeFormat format, @Nullable PictureFiles files)
            throws BrokenFileException, InterruptedException {
        return threads.call(() -> {
            PictureCollector pictures = new PictureCollector(files);
            return switch (format) {
                case PPTX -> PptxText.read(file, pictures);
                case DOCX -> DocxText.read(file, pictures);
                case ODP, ODT -> OpenDocumentText.read(file, format, pictures);
                case PPT, DOC -> throw new BrokenFileException("is of an old format");
            };
        });
    }

    /** Where the pictures of a document go. */
    @FunctionalInterface
    public interface PictureFiles {
        /** @param index from 0; @param extension of the name, with its dot */
        Path picture(int index, String extension);
    }
}
