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

    private final BoundedThreads lane = new BoundedThreads(1, MAX_DURATION);

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
        return lane.call(() -> {
            PictureCollector shelf = new PictureCollector(files);
            return switch (format) {
                case PPTX -> PptxText.read(file, shelf);
                case DOCX -> DocxText.read(file, shelf);
                case ODP, ODT -> OpenDocumentText.read(file, format, shelf);
                case PPT, DOC -> throw new BrokenFileException("is of an old format");
            };
        });
    }

    /** Where the pictures of a document go. */
    @FunctionalInterface
    public interface PictureFiles {
        /** @param index from 0; @param ending of the name, with its dot */
        Path picture(int index, String ending);
    }
}
