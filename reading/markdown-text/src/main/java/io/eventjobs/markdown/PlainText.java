package io.eventjobs.markdown;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Extracts the plain text of Markdown. Thread-safe; walks without recursion, so deep nesting does no harm. */
public final class PlainText {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    /**
     * Returns the visible text: without markup, addresses and HTML, and without alternative texts, since the image itself is displayed.
     *
     * @param markdown CommonMark with GFM tables
     * @return blocks and table cells on separate lines, without surrounding white space
     */
    public static String of(String markdown) {
        PlainText plain = new PlainText();
        plain.walk(PARSER.parse(markdown));
        return plain.text.toString().strip();
    }

    private void walk(Node root) {
        Node node = root;
        while (node != null) {
            append(node);
            Node inner = node instanceof Image ? null : node.getFirstChild();
            node = inner == null ? after(node) : inner;
        }
    }

    /** The next node after this subtree; null at the end. */
    private @Nullable Node after(Node read) {
        Node node = read;
        while (node != null) {
            if (node instanceof Block || node instanceof TableCell) {
                text.append('\n');
            }
            if (node.getNext() != null) {
                return node.getNext();
            }
            node = node.getParent();
        }
        return null;
    }

    private void append(Node node) {
        switch (node) {
            case Text words -> text.append(words.getLiteral());
            case Code code -> text.append(code.getLiteral());
            case FencedCodeBlock code -> text.append(code.getLiteral());
            case IndentedCodeBlock code -> text.append(code.getLiteral());
            case SoftLineBreak lineBreak -> text.append('\n');
            case HardLineBreak lineBreak -> text.append('\n');
            default -> {}
        }
    }
}
