package io.eventjobs.document.pdf;

import io.eventjobs.document.process.BrokenFileException;
import java.nio.file.Path;

/** Draws one page of a PDF to a JPEG. Two ways: the poppler programs where they are installed, PDFBox everywhere. */
public interface PageRenderer {
    /** Draws the page or throws {@link BrokenFileException}; waits until one of the file's threads is free. */
    void draw(Page page, Path target) throws BrokenFileException, InterruptedException;

    /** What draws, with its version: the same draws the same. */
    String engine() throws InterruptedException;

    /**
     * What to draw.
     *
     * @param number from 1
     */
    record Page(PdfFile pdf, int number, PixelSize size) {}
}
