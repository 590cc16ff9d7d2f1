package io.eventjobs.document.pdf;

import io.eventjobs.document.process.BrokenFileException;
import java.nio.file.Path;

/** Draws a PDF page as a JPEG: with poppler if installed, with PDFBox otherwise. Thread-safe. */
public interface PageRenderer {
    /** Draws the page or throws {@link BrokenFileException}; waits for a free thread of the file. */
    void draw(Page page, Path target) throws BrokenFileException, InterruptedException;

    /** Program and version, which determine the drawn image. */
    String engine() throws InterruptedException;

    /**
     * A page to draw.
     *
     * @param number from 1
     */
    record Page(PdfFile pdf, int number, PixelSize size) {}
}
