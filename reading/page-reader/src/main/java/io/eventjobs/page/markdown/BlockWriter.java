package io.eventjobs.page.markdown;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes blocks into the open quotes and list items. Nesting beyond {@value #MAX_DEPTH} levels is flattened, so lines stay short. */
final class BlockWriter {
    private static final int MAX_DEPTH = 16;

    private final StringBuilder out = new StringBuilder();
    private final Deque<Container> containers = new ArrayDeque<>();
    private boolean joined;

    /** Whether the last block is a table: without an empty line the next one would become a row of it. */
    private boolean tableOpen;

    /** A quote or list item: a block whose lines share a prefix. */
    private static final class Container {
        private final String first;
        private final String rest;
        private final boolean silent;
        private boolean begun;

        /** The bullet of the last list, if nothing followed it. */
        private char lastBullet;

        private Container(String first, String rest, boolean silent) {
            this.first = first;
            this.rest = rest;
            this.silent = silent;
        }
    }

    BlockWriter() {
        containers.push(new Container("", "", true));
    }

    void openQuote() {
        open("> ", "> ");
    }

    /** @param joined whether it follows the preceding block without an empty line */
    void openItem(String marker, boolean joined) {
        this.joined = joined;
        open(marker, " ".repeat(marker.length()));
    }

    /** Opens the item again that was closed last, to append blocks to it. @param indent width of its marker */
    void reopenItem(int indent) {
        joined = true;
        open(" ".repeat(indent), " ".repeat(indent));
        containers.element().begun = true;
    }

    private void open(String first, String rest) {
        boolean silent = containers.size() > MAX_DEPTH;
        containers.push(silent ? new Container("", "", true) : new Container(first, rest, false));
    }

    /** Ends the innermost quote or item. */
    void close() {
        containers.pop();
        joined = false;
    }

    /** The bullet for a new list; differs from that of a directly preceding list, or the two would merge. */
    char bullet(char usual, char other) {
        return containers.element().lastBullet == usual ? other : usual;
    }

    void listEnded(char bullet) {
        containers.element().lastBullet = bullet;
    }

    /** Whether the next block starts on the line of the item's marker. */
    boolean isAtMarker() {
        Container top = containers.element();
        return !top.silent && !top.begun;
    }

    int length() {
        return out.length();
    }

    void block(String block) {
        if (block.isEmpty()) {
            return;
        }
        if (!out.isEmpty()) {
            out.append('\n');
            if (!joined || tableOpen) {
                appendTrimmed(prefix(false, true));
                out.append('\n');
            }
        }
        joined = false;
        tableOpen = block.startsWith("|");
        int start = 0;
        boolean first = true;
        while (start <= block.length()) {
            int end = block.indexOf('\n', start);
            String line = block.substring(start, end < 0 ? block.length() : end);
            String prefix = prefix(first, false);
            if (line.isEmpty()) {
                appendTrimmed(prefix);
            } else {
                out.append(prefix).append(line);
            }
            first = false;
            out.append(end < 0 ? "" : "\n");
            start = end < 0 ? block.length() + 1 : end + 1;
        }
    }

    private void appendTrimmed(String prefix) {
        out.append(prefix.stripTrailing());
    }

    /** @param apart for the empty line before a block, which omits markers that are not written yet */
    private String prefix(boolean first, boolean apart) {
        StringBuilder prefix = new StringBuilder();
        for (Container container : (Iterable<Container>) containers::descendingIterator) {
            if (apart && !container.begun && !container.silent) {
                break;
            }
            prefix.append(first && !container.begun ? container.first : container.rest);
            container.begun |= first;
            container.lastBullet = apart ? container.lastBullet : 0;
        }
        return prefix.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
