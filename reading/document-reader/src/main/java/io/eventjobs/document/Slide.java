package io.eventjobs.document;

import io.eventjobs.document.pdf.PageView;
import java.util.Objects;

/**
 * One slide, or one page of a text document.
 *
 * @param number from 1, through all attachments of a session
 * @param view how it looks, {@link PageView#NONE} if it could not be drawn
 * @param text what it says, as Markdown; a heading of level 1 at its beginning is its title. Empty if it says nothing
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
