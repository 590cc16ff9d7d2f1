package io.eventjobs.document.pdf.layout;

import java.util.List;

/** A part of a page that is read from top to bottom. */
sealed interface Region {
    /** @param fragments from top to bottom, and on a line from left to right */
    record Text(List<TextFragment> fragments) implements Region {
        public Text {
            fragments = List.copyOf(fragments);
        }
    }

    /** @param rows from top to bottom; all have the same number of cells, some empty */
    record Grid(List<List<List<TextFragment>>> rows) implements Region {}
}
