package io.eventjobs.document.pdf.layout;

import java.util.List;

/** A part of a page that is read from top to bottom. */
sealed interface Region {
    /** @param fragments from top to bottom, those on one line from left to right */
    record Text(List<TextFragment> fragments) implements Region {
        public Text {
            fragments = List.copyOf(fragments);
        }
    }

    /** @param rows from top to bottom; each has as many cells, empty ones too */
    record Grid(List<List<List<TextFragment>>> rows) implements Region {}
}
