package io.eventjobs.document;

import io.eventjobs.document.pdf.PageView;
import java.util.Objects;

/**
 * One slide, or one page of a text document.
 *
 * @param number counted from the request's first page number
 * @param view its images, {@link PageView#NONE} if it could not be drawn
 * @param text as Markdown, empty if there is none; a level 1 heading at the start is the title
 * @param notes speaker notes as Markdown; empty if there are none
 */
public record Slide(int number, PageView view, String text, String notes) {
    public Slide {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(notes, "notes");
    }

    Slide withText(String otherText, String otherNotes) {
        return new Slide(number, view, otherText, otherNotes);
    }

    boolean isEmpty() {
        return view.image() == null && text.isEmpty() && notes.isEmpty();
    }
}
