package io.eventjobs.markdown.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Divides Markdown into segments: the texts of paragraphs, headings and table cells, with placeholders for code, addresses, HTML and
 * markup. Code blocks and HTML blocks yield no segments. Pure and thread-safe; walks without recursion, so deep nesting does no harm.
 */
public final class MarkdownSegmenter {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** The start of a footnote definition, which the parser does not support. */
    private static final Pattern NOTE = Pattern.compile("\\[\\^[^\\]\\s]{1,60}\\]:");

    private final String source;
    private final SegmentedText.Builder builder;

    private MarkdownSegmenter(String source) {
        this.source = source;
        this.builder = new SegmentedText.Builder(source);
    }

    /** Segments CommonMark with GFM tables. */
    public static SegmentedText segment(String markdown) {
        MarkdownSegmenter segments = new MarkdownSegmenter(markdown);
        Node document = PARSER.parse(markdown);
        for (Node node = document; node != null; ) {
            boolean hasText = node instanceof Paragraph || node instanceof Heading || node instanceof TableCell;
            if (node instanceof TableCell cell) {
                segments.addCell(cell);
            } else if (hasText) {
                segments.addLinesOf(node);
            }
            node = next(node, document, !hasText);
        }
        return segments.builder.text();
    }

    /** The links, code and emphasis in a line, sorted; a single marker entry if the line is anything but one paragraph. */
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

    /** The next node in document order below a root; null at the end. */
    static @Nullable Node next(Node node, Node root, boolean inside) {
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

    /** Hard line breaks separate segments, as do the lines of consecutive footnotes. */
    private void addLinesOf(Node block) {
        List<Node> line = new ArrayList<>();
        boolean isFirst = true;
        for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof HardLineBreak || isBeforeNote(child)) {
                addLine(block, line, isFirst);
                line.clear();
                isFirst = false;
            } else {
                line.add(child);
            }
        }
        addLine(block, line, isFirst);
    }

    private boolean isBeforeNote(Node node) {
        return node instanceof SoftLineBreak
                && InlineReader.hasPlace(node.getNext())
                && NOTE.matcher(source)
                        .region(InlineReader.start(node.getNext()), source.length())
                        .lookingAt();
    }

    private void addLine(Node block, List<Node> line, boolean isFirst) {
        if (line.isEmpty() || !InlineReader.hasPlace(line.getFirst()) || !InlineReader.hasPlace(line.getLast())) {
            return;
        }
        int from = InlineReader.start(line.getFirst());
        int to = InlineReader.end(line.getLast());
        while (to > from && source.charAt(to - 1) == ' ') {
            to--;
        }
        boolean startsLine = block instanceof Paragraph || !isFirst;
        InlineText text = InlineReader.of(source).read(line);
        builder.words(from, to, text.segment(startsLine ? Segment.Context.LINE : Segment.Context.INLINE));
    }

    /** A cell is one line. If it contains escaped bars, positions in it are counted without the backslashes. */
    private void addCell(TableCell cell) {
        List<Node> line = new ArrayList<>();
        for (Node child = cell.getFirstChild(); child != null; child = child.getNext()) {
            line.add(child);
        }
        if (line.isEmpty() || !line.stream().allMatch(InlineReader::hasPlace)) {
            return;
        }
        int from = InlineReader.start(cell);
        int to = InlineReader.end(cell);
        InlineText text = InlineReader.ofCell(source.substring(from, to), from).read(line);
        while (from < to && isBlank(source.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(source.charAt(to - 1))) {
            to--;
        }
        builder.words(from, to, text.segment(Segment.Context.CELL));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** The markup that a node represents; null for text. */
    static @Nullable String kind(Node node) {
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
}
