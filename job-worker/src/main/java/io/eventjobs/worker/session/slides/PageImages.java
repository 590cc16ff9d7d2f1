package io.eventjobs.worker.session.slides;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Makes the image of one page. */
public interface PageImages {
    /**
     * Writes the page as a JPEG.
     *
     * @param number from 1
     * @return false if this page cannot be rendered
     */
    boolean render(PDDocument document, Path pdf, int number, Path image) throws IOException, InterruptedException;
}
