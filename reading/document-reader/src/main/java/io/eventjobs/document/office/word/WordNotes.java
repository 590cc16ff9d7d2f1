package io.eventjobs.document.office.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The footnotes and endnotes that the text refers to, in order, each with its label. Not thread-safe. */
final class WordNotes {
    private final Map<Note, String> labels = new LinkedHashMap<>();
    private int footnotes;
    private int endnotes;

    /**
     * A note.
     *
     * @param id within its part
     */
    record Note(boolean isEndnote, String id) {}

    /**
     * The label of a note at the place that refers to it: its number in the order of the text, as displayed, whatever its id. Endnotes have
     * Roman numbers, so that both can be told apart.
     */
    String refer(Note note) {
        String known = labels.get(note);
        if (known == null) {
            String number = note.isEndnote
                    ? NumberFormats.roman(++endnotes).toLowerCase(Locale.ROOT)
                    : Integer.toString(++footnotes);
            known = "[" + number + "]";
            labels.put(note, known);
        }
        return known;
    }

    String label(Note note) {
        return labels.getOrDefault(note, "");
    }

    /** The notes referred to so far. */
    List<Note> notes() {
        return new ArrayList<>(labels.keySet());
    }
}
