package io.eventjobs.markdown.segment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Converts the nodes of one line to text with placeholders. Walks without recursion. */
final class InlineReader {
    private final String source;
    private final int base;
    private final boolean isCell;

    /**
     * @param source text that the nodes' positions refer to
     * @param base position of its first character
     */
    private InlineReader(String source, int base, boolean isCell) {
        this.source = source;
        this.base = base;
        this.isCell = isCell;
    }

    static InlineReader of(String source) {
        return new InlineReader(source, 0, false);
    }

    /** @param raw the cell as written; the parser counts positions in it without the backslashes before "|" */
    static InlineReader ofCell(String raw, int base) {
        return new InlineReader(raw.replace("\\|", "|"), base, true);
    }

    InlineText read(List<Node> line) {
        InlineText text = new InlineText(isCell);
        line.forEach(node -> add(node, text));
        return text;
    }

    private void add(Node root, InlineText text) {
        Deque<Integer> open = new ArrayDeque<>();
        Node node = root;
        while (node != null) {
            boolean hasOpened = begin(node, text, open);
            if (hasOpened) {
                node = node.getFirstChild();
                continue;
            }
            while (node != root && node.getNext() == null) {
                node = node.getParent();
                end(node, text, open);
            }
            node = node == root ? null : node.getNext();
        }
    }

    /** Whether the walk enters the node. */
    private boolean begin(Node node, InlineText text, Deque<Integer> open) {
        String kind = MarkdownSegmenter.kind(node);
        if (kind != null) {
            text.shape(kind);
        }
        Node first = node.getFirstChild();
        if (node instanceof Text) {
            int end = node.getNext() instanceof HardLineBreak ? endOfWords(node) : end(node);
            text.markdown(raw(start(node), end));
        } else if (node instanceof SoftLineBreak) {
            text.space();
        } else if (node instanceof HardLineBreak) {
            text.whole(breakBetween(node.getPrevious(), node.getNext()));
        } else if (hasPlace(first) && hasPlace(node.getLastChild()) && !isItsOwnText(node)) {
            open.push(text.open(raw(start(node), start(first))));
            return true;
        } else {
            for (Node inner = first; inner != null; inner = MarkdownSegmenter.next(inner, node, true)) {
                String innerKind = MarkdownSegmenter.kind(inner);
                if (innerKind != null) {
                    text.shape(innerKind);
                }
            }
            text.whole(raw(start(node), end(node)));
        }
        return false;
    }

    private void end(Node node, InlineText text, Deque<Integer> open) {
        text.close(open.pop(), raw(end(node.getLastChild()), end(node)));
    }

    /** A link whose text is its address. */
    private static boolean isItsOwnText(Node node) {
        return node instanceof Link link
                && link.getFirstChild() instanceof Text text
                && text.getNext() == null
                && (text.getLiteral().equals(link.getDestination())
                        || link.getDestination().equals("mailto:" + text.getLiteral()));
    }

    /** A line break as written, with the prefix of the next line; the spaces that form a hard break may belong to the text before. */
    private String breakBetween(@Nullable Node before, @Nullable Node after) {
        if (before == null || after == null || !hasPlace(before) || !hasPlace(after)) {
            return "\\\n";
        }
        return raw(endOfWords(before), start(after));
    }

    private int endOfWords(Node node) {
        int end = end(node);
        while (end > start(node) && source.charAt(end - 1 - base) == ' ') {
            end--;
        }
        return end;
    }

    /** The source between two positions. */
    private String raw(int from, int to) {
        return source.substring(from - base, to - base);
    }

    /** Line breaks have no position in the source. */
    static boolean hasPlace(@Nullable Node node) {
        return node != null && !node.getSourceSpans().isEmpty();
    }

    static int start(Node node) {
        return node.getSourceSpans().getFirst().getInputIndex();
    }

    static int end(Node node) {
        SourceSpan last = node.getSourceSpans().getLast();
        return last.getInputIndex() + last.getLength();
    }
}
