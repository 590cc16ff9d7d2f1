package io.eventjobs.document.office;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.office.content.ListNumbers;
import java.util.ArrayList;
import java.util.List;

/** Tracks the nesting of OpenDocument lists while reading. Not thread-safe. */
final class OpenDocumentLists {
    private final OpenDocumentStyles styles;
    private final List<String> open = new ArrayList<>();
    private final ListNumbers numbers = new ListNumbers();
    private boolean isFirstOfItem;
    private int start;

    OpenDocumentLists(OpenDocumentStyles styles) {
        this.styles = styles;
    }

    /** @param style of the list; empty to inherit that of the enclosing list; @param goesOn whether numbers go on from the list before */
    void start(String style, boolean goesOn) {
        if (open.isEmpty() && !goesOn) {
            numbers.restart();
        }
        open.add(style.isEmpty() && !open.isEmpty() ? open.getLast() : style);
    }

    /** @param start number of the item; empty to count on; @param isHeader whether it has no mark */
    void startItem(String start, boolean isHeader) {
        isFirstOfItem = !isHeader;
        this.start = start.matches("\\d{1,6}") ? Integer.parseInt(start) : 0;
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

    /** @param paragraph style of the paragraph, which names the list style if the list does not */
    Block item(String paragraph, RichText text) {
        isFirstOfItem = false;
        int level = open.size() - 1;
        String list = open.getLast().isEmpty() ? styles.list(paragraph) : open.getLast();
        if (!styles.isNumbered(list, open.size())) {
            numbers.skip(level);
            return new Block.Item(level, null, text);
        }
        if (start > 0) {
            numbers.skip(level);
        }
        int first = start > 0 ? start : styles.start(list, open.size());
        start = 0;
        return new Block.Item(level, numbers.next(level, first), text);
    }
}
