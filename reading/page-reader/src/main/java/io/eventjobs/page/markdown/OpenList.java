package io.eventjobs.page.markdown;

import io.eventjobs.page.dom.BlockElements;
import org.jsoup.nodes.Element;

/** A list that is being written. */
final class OpenList {
    final Kind kind;
    final boolean tight;
    char bullet;
    private final int step;
    private long next;
    private long shown;
    private boolean jumps;
    private boolean joinsFirst;
    private boolean begun;
    private int before;

    /** Width of the last item's marker. */
    private int indent;

    /** Whether one of its items is open. */
    boolean inItem;

    /** Whether this is an item outside any list. */
    boolean alone;

    enum Kind {
        BULLETS,
        NUMBERS,
        TERMS
    }

    /** @param step from a number to the next, 1 or -1 */
    OpenList(Kind kind, boolean tight, char bullet, long start, int step, boolean joinsFirst) {
        this.kind = kind;
        this.tight = tight;
        this.bullet = bullet;
        this.next = start;
        this.step = step;
        this.joinsFirst = joinsFirst;
    }

    /**
     * The marker of the next item. Markdown counts the items of a list itself: one with another number begins a list.
     *
     * @param value the item's {@code value} attribute, empty if none
     */
    String marker(String value) {
        if (kind != Kind.NUMBERS) {
            return bullet + " ";
        }
        long number = number(value, next);
        jumps = begun && number != shown + 1;
        if (jumps) {
            bullet = bullet == '.' ? ')' : '.';
        }
        shown = number;
        next = Math.max(0, number + step);
        return number + "" + bullet + " ";
    }

    void open(BlockWriter writer, String marker) {
        before = writer.length();
        indent = marker.length();
        // A numbered list can follow a paragraph without an empty line only if it starts with 1.
        boolean joins = joinsFirst && (kind != Kind.NUMBERS || marker.length() == 3 && marker.charAt(0) == '1');
        writer.openItem(marker, begun ? tight && !jumps : joins);
        inItem = true;
    }

    /** Continues the last item; false if there is none. */
    boolean reopen(BlockWriter writer) {
        if (begun) {
            writer.reopenItem(indent);
            inItem = true;
        }
        return begun;
    }

    void close(BlockWriter writer) {
        writer.close();
        inItem = false;
        begun |= writer.length() > before;
    }

    /** The number as written if a Markdown list can start with it, else {@code otherwise}. */
    static long number(String written, long otherwise) {
        String digits = written.strip();
        boolean number =
                !digits.isEmpty() && digits.length() <= 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(digits) : otherwise;
    }

    /** Whether each item has at most one line of text, apart from nested lists. */
    static boolean isTight(Element list) {
        for (Element item : list.children()) {
            if (ElementKinds.isList(item)) {
                continue;
            }
            int blocks = 0;
            for (Element part : item.children()) {
                blocks += BlockElements.isBlock(part) && !ElementKinds.isList(part) ? 1 : 0;
            }
            if (blocks > 1) {
                return false;
            }
        }
        return true;
    }
}
