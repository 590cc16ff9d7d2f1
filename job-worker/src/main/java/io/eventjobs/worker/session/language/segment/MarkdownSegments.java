package io.eventjobs.worker.session.language.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Finds the segments of Markdown: of paragraphs, headings and cells the text, with marks for code, addresses, HTML and everything
 * that is written around text. Blocks of code and of HTML have none. Walks without recursion, whatever is in what.
 */
public final class MarkdownSegments {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private final String source;
    private final SegmentedText.Gathering gathering;

    private MarkdownSegments(String source) {
        this.source = source;
        this.gathering = new SegmentedText.Gathering(source);
    }

    /** CommonMark with GFM tables. */
    public static SegmentedText of(String markdown) {
        MarkdownSegments segments = new MarkdownSegments(markdown);
        Node document = PARSER.parse(markdown);
        for (Node node = document; node != null; ) {
            boolean hasText = node instanceof Paragraph || node instanceof Heading || node instanceof TableCell;
            if (hasText) {
                segments.addLinesOf(node);
            }
            node = next(node, document, !hasText);
        }
        return segments.gathering.text();
    }

    /** The markup of one line: what it has of links, code and emphasis, sorted; of more than one block it says so. */
    static List<String> shape(String line) {
        Node document = PARSER.parse(line);
        Node block = document.getFirstChild();
        if (!(block instanceof Paragraph) || block.getNext() != null) {
            return List.of("blocks");
        }
        List<String> shape = new ArrayList<>();
        for (Node node = block.getFirstChild(); node != null; node = next(node, block, true)) {
            String kind = kind(node);
            if (kind != null) {
                shape.add(kind);
            }
        }
        return shape.stream().sorted().toList();
    }

    /** The next node in the order of reading, below a root; null at the end. */
    private static @Nullable Node next(Node node, Node root, boolean inside) {
        if (inside && node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        for (Node at = node; at != null && at != root; at = at.getParent()) {
            if (at.getNext() != null) {
                return at.getNext();
            }
        }
        return null;
    }

    /** Lines that a text breaks on purpose are segments each. */
    private void addLinesOf(Node block) {
        List<Node> line = new ArrayList<>();
        boolean isFirst = true;
        for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof HardLineBreak) {
                addLine(block, line, isFirst);
                line.clear();
                isFirst = false;
            } else {
                line.add(child);
            }
        }
        addLine(block, line, isFirst);
    }

    private void addLine(Node block, List<Node> line, boolean isFirst) {
        if (line.isEmpty() || !hasPlace(line.getFirst()) || !hasPlace(line.getLast())) {
            return;
        }
        int from = start(line.getFirst());
        int to = end(line.getLast());
        while (to > from && source.charAt(to - 1) == ' ') {
            to--;
        }
        boolean isCell = block instanceof TableCell;
        if (isCell && source.substring(from, to).contains("\\|")) {
            // The parser counts places in a cell without the escapes of its bars.
            return;
        }
        InlineText text = new InlineText();
        line.forEach(node -> addInline(node, text));
        boolean startsLine = block instanceof Paragraph || !isFirst;
        gathering.words(
                from,
                to,
                text.segment(isCell ? Segment.Place.CELL : startsLine ? Segment.Place.LINE : Segment.Place.INLINE));
    }

    private void addInline(Node root, InlineText text) {
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

    /** Whether the node is gone into. */
    private boolean begin(Node node, InlineText text, Deque<Integer> open) {
        String kind = kind(node);
        if (kind != null) {
            text.shape(kind);
        }
        Node first = node.getFirstChild();
        if (node instanceof Text) {
            int end = node.getNext() instanceof HardLineBreak ? endOfWords(node) : end(node);
            text.markdown(source.substring(start(node), end));
        } else if (node instanceof SoftLineBreak) {
            text.space();
        } else if (node instanceof HardLineBreak) {
            text.whole(breakBetween(node.getPrevious(), node.getNext()));
        } else if (hasPlace(first) && hasPlace(node.getLastChild()) && !isItsOwnText(node)) {
            open.push(text.open(source.substring(start(node), start(first))));
            return true;
        } else {
            for (Node inner = first; inner != null; inner = next(inner, node, true)) {
                String innerKind = kind(inner);
                if (innerKind != null) {
                    text.shape(innerKind);
                }
            }
            text.whole(source.substring(start(node), end(node)));
        }
        return false;
    }

    private void end(Node node, InlineText text, Deque<Integer> open) {
        text.close(open.pop(), source.substring(end(node.getLastChild()), end(node)));
    }

    /** A link that shows where it leads. */
    private static boolean isItsOwnText(Node node) {
        return node instanceof Link link
                && link.getFirstChild() instanceof Text text
                && text.getNext() == null
                && (text.getLiteral().equals(link.getDestination())
                        || link.getDestination().equals("mailto:" + text.getLiteral()));
    }

    private static @Nullable String kind(Node node) {
        return switch (node) {
            case Link link -> "link " + link.getDestination() + " " + link.getTitle();
            case Image image -> "image " + image.getDestination() + " " + image.getTitle();
            case Code code -> "code " + code.getLiteral();
            case HtmlInline html -> "html " + html.getLiteral();
            case Emphasis emphasis -> "emphasis";
            case StrongEmphasis strong -> "strong";
            case HardLineBreak line -> "break";
            default -> null;
        };
    }

    /** A break as it is written, with what the next line begins with; the spaces that make one may stand in the text before. */
    private String breakBetween(@Nullable Node before, @Nullable Node after) {
        if (before == null || after == null || !hasPlace(before) || !hasPlace(after)) {
            return "\\\n";
        }
        return source.substring(endOfWords(before), start(after));
    }

    private int endOfWords(Node node) {
        int end = end(node);
        while (end > start(node) && source.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    /** Breaks of lines have no place in the source. */
    private static boolean hasPlace(@Nullable Node node) {
        return node != null && !node.getSourceSpans().isEmpty();
    }

    private static int start(Node node) {
        return node.getSourceSpans().getFirst().getInputIndex();
    }

    private static int end(Node node) {
        SourceSpan last = node.getSourceSpans().getLast();
        return last.getInputIndex() + last.getLength();
    }
}
