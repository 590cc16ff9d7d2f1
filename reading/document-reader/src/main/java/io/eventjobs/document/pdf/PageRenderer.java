package io.eventjobs.document.pdf;

import io.eventjobs.document.process.BrokenFileException;
import java.nio.file.Path;

/** Draws a page of a PDF to a JPEG: by poppler where it is installed, by PDFBox anywhere. Thread-safe. */
public interface PageRenderer {
    /** Draws the page or throws {@link BrokenFileException}; waits until one of the file's threads is free. */
    void draw(Page page, Path target) throws BrokenFileException, InterruptedException;

    /** The program and its version: while it is the same, it draws the same. */
    String engine() throws InterruptedException;

    /**
     * What to draw.
     *
     * @param number from 1
     */
    record Page(PdfFile pdf, int number, PixelSize size) {}
}
