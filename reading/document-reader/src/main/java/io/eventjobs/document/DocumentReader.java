package io.eventjobs.document;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Reads PDFs, office files and images into Markdown and page images. A page or file that cannot be read becomes a warning: no content makes
 * reading fail. Thread-safe.
 */
public interface DocumentReader {
    /**
     * Reads a file of known format.
     *
     * @param format the detected format, see {@link FileFormat#of}
     * @param progress notified of each finished page
     * @throws IOException when the file cannot be opened or an image cannot be written
     */
    DocumentContent read(ReadRequest request, FileFormat format, ReadingProgress progress)
            throws IOException, InterruptedException;

    /** The programs that read and draw, with their versions; part of a cache key, since other versions may give other content. */
    List<String> programs() throws InterruptedException;

    /**
     * Reads a file of any format, up to {@value ReadRequest#MAX_PAGES} pages.
     *
     * @param folder existing folder for the images that the content refers to
     * @throws IOException when the file cannot be opened or an image cannot be written
     */
    default DocumentContent read(Path file, Path folder) throws IOException, InterruptedException {
        return read(ReadRequest.of(file, folder), FileFormat.of(file, null), (pages, of) -> {});
    }

    /**
     * Creates a reader that uses {@code pdftoppm} and {@code soffice} if they are on the path. Without the former, pages are drawn in this
     * process; without the latter, office files have text and pictures but no page images. Create it once, since it probes the programs.
     */
    static DocumentReader create() {
        return InProcessReader.using(InstalledPrograms.find("soffice", Duration.ofMinutes(2)));
    }
}
