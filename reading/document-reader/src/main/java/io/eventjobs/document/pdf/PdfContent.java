package io.eventjobs.document.pdf;

import io.eventjobs.document.pdf.layout.PdfText;
import java.util.List;
import java.util.Map;

/**
 * What was read of a PDF.
 *
 * @param views of its pages, in order
 * @param text as many pages of it
 * @param properties what the file says of itself
 * @param warnings what is missing and why, each one sentence
 * @param isComplete whether every page that was wanted is drawn
 */
public record PdfContent(
        List<PageView> views, PdfText text, Map<String, String> properties, List<String> warnings, boolean isComplete) {
    public PdfContent {
        views = List.copyOf(views);
        warnings = List.copyOf(warnings);
    }
}
