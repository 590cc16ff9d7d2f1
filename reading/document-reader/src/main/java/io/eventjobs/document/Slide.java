package io.eventjobs.document;

import io.eventjobs.document.pdf.PageView;
import java.util.Objects;

/**
 * One slide, or one page of a text document.
 *
 * @param number from the first number of the request on
 * @param view its images, {@link PageView#NONE} if it could not be drawn
 * @param text as Markdown; a heading of level 1 at its start is its title. Empty if it has none
 * @param notes of the speaker, as Markdown; empty if there are none
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
