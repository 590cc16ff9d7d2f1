package io.eventjobs.document.block;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block of a document. */
public sealed interface Block {
    /** @param level from 1, the highest, to 6 */
    record Heading(int level, RichText text) implements Block {
        public Heading {
            level = Math.clamp(level, 1, 6);
        }
    }

    record Paragraph(RichText text) implements Block {}

    /**
     * An item of a list.
     *
     * @param level nesting depth, from 0
     * @param number of the item; null for a bullet
     */
    record Item(int level, @Nullable Integer number, RichText text) implements Block {
        private static final int MAX_DEPTH = 8;

        public Item {
            level = Math.clamp(level, 0, MAX_DEPTH);
        }
    }

    /** @param rows the first row is the header; rows may have different lengths */
    record Table(List<List<RichText>> rows) implements Block {
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** @param text lines separated by {@code \n}, with their indentation */
    record Code(String text) implements Block {}

    /**
     * A picture of the document that is stored as a file.
     *
     * @param index among the document's pictures, from 0
     */
    record Picture(int index, String description) implements Block {}
}
