package io.eventjobs.document.pdf;

import io.eventjobs.document.pdf.layout.PdfText;
import java.util.List;
import java.util.Map;

/**
 * The content of a PDF.
 *
 * @param views the images of its pages, in order
 * @param text the text of the same pages
 * @param properties metadata of the file
 * @param warnings what is missing and why, each one sentence
 * @param isComplete whether all requested pages were drawn
 */
public record PdfContent(
        List<PageView> views, PdfText text, Map<String, String> properties, List<String> warnings, boolean isComplete) {
    public PdfContent {
        views = List.copyOf(views);
        warnings = List.copyOf(warnings);
    }
}
