package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.CleanText;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** What readers of a PDF have written upon a page: sticky notes, and comments on text that they have marked. */
final class PageNotes {
    private static final int MAX_NOTES = 200;
    private static final int MAX_LENGTH = 4_000;
    /** Kinds of annotations whose contents are words of a person; those of links and form fields describe them to machines. */
    private static final Set<String> KINDS = Set.of(
            "Text",
            "Highlight",
            "Underline",
            "Squiggly",
            "StrikeOut",
            "Caret",
            "Stamp",
            "Line",
            "Square",
            "Circle",
            "Polygon",
            "PolyLine",
            "Ink");

    private PageNotes() {}

    /** Whether words of the page were struck through afterwards. */
    static boolean strikeWordsOf(PDPage page) throws IOException {
        return page.getAnnotations().stream()
                .anyMatch(annotation -> "StrikeOut".equals(annotation.getSubtype()) && !annotation.isHidden());
    }

    /** The notes of a page in the order of the file, each once. */
    static List<String> on(PDPage page) throws IOException {
        Set<String> notes = new LinkedHashSet<>();
        for (PDAnnotation annotation : page.getAnnotations()) {
            String said = annotation.getContents();
            if (said != null
                    && notes.size() < MAX_NOTES
                    && KINDS.contains(annotation.getSubtype())
                    && !annotation.isHidden()
                    && !said.isBlank()) {
                notes.add(CleanText.oneLine(said.substring(0, Math.min(said.length(), MAX_LENGTH))));
            }
        }
        return List.copyOf(notes);
    }
}
