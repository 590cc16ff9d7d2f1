package io.eventjobs.document.office;

import io.eventjobs.document.office.content.ListNumbers;
import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import java.util.ArrayList;
import java.util.List;

/** Tracks the nesting of OpenDocument lists while reading. Not thread-safe. */
final class OpenDocumentLists {
    private final OpenDocumentStyles styles;
    private final List<String> open = new ArrayList<>();
    private final ListNumbers numbers = new ListNumbers();
    private boolean isFirstOfItem;

    OpenDocumentLists(OpenDocumentStyles styles) {
        this.styles = styles;
    }

    /** @param style of the list; empty to inherit that of the enclosing list */
    void start(String style) {
        if (open.isEmpty()) {
            numbers.restart();
        }
        open.add(style.isEmpty() && !open.isEmpty() ? open.getLast() : style);
    }

    void startItem() {
        isFirstOfItem = true;
    }

    void end() {
        if (!open.isEmpty()) {
            open.removeLast();
        }
        isFirstOfItem = false;
    }

    /** Whether a paragraph starts an item; further paragraphs of the item do not. */
    boolean isInItem() {
        return !open.isEmpty() && isFirstOfItem;
    }

    Block item(RichText text) {
        isFirstOfItem = false;
        int level = open.size() - 1;
        if (!styles.isNumbered(open.getLast(), open.size())) {
            numbers.skip(level);
            return new Block.Item(level, null, text);
        }
        return new Block.Item(level, numbers.next(level), text);
    }
}
