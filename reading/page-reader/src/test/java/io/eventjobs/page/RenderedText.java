package io.eventjobs.page;

import io.eventjobs.markdown.PlainText;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** The visible text of rendered Markdown; fails if HTML of the page came through as HTML. */
final class RenderedText {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private RenderedText() {}

    static Node parsed(String markdown) {
        return PARSER.parse(markdown);
    }

    /** Blocks are on separate lines. */
    static String of(String markdown) {
        parsed(markdown).accept(new NoHtml());
        return PlainText.of(markdown);
    }

    /** On one line, ignoring white space. */
    static String onOneLine(String markdown) {
        return of(markdown).replaceAll("\\s+", " ").strip();
    }

    private static final class NoHtml extends AbstractVisitor {
        @Override
        public void visit(HtmlBlock node) {
            throw new AssertionError("HTML in Markdown: " + node.getLiteral());
        }

        @Override
        public void visit(HtmlInline node) {
            throw new AssertionError("HTML in Markdown: " + node.getLiteral());
        }
    }
}
