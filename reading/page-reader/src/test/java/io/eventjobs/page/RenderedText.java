package io.eventjobs.page;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What a reader sees of Markdown: its words, without marks, addresses and the texts of images. */
final class RenderedText extends AbstractVisitor {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

    private final StringBuilder text = new StringBuilder();

    private RenderedText() {}

    static Node parsed(String markdown) {
        return PARSER.parse(markdown);
    }

    /** Blocks stand on lines of their own. */
    static String of(String markdown) {
        RenderedText rendered = new RenderedText();
        parsed(markdown).accept(rendered);
        return rendered.text.toString().strip();
    }

    /** On one line, white space apart. */
    static String onOneLine(String markdown) {
        return of(markdown).replaceAll("\\s+", " ").strip();
    }

    @Override
    protected void visitChildren(Node parent) {
        super.visitChildren(parent);
        if (parent instanceof Block) {
            text.append('\n');
        }
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock node) {
        text.append(node.getLiteral()).append('\n');
    }

    @Override
    public void visit(IndentedCodeBlock node) {
        text.append(node.getLiteral()).append('\n');
    }

    @Override
    public void visit(SoftLineBreak node) {
        text.append('\n');
    }

    @Override
    public void visit(HardLineBreak node) {
        text.append('\n');
    }

    @Override
    public void visit(Image node) {
        // Its text is no text of the page.
    }

    @Override
    public void visit(HtmlBlock node) {
        throw new AssertionError("HTML in Markdown: " + node.getLiteral());
    }

    @Override
    public void visit(HtmlInline node) {
        throw new AssertionError("HTML in Markdown: " + node.getLiteral());
    }

    @Override
    public void visit(CustomNode node) {
        visitChildren(node);
        if (node instanceof TableCell) {
            text.append('\n');
        }
    }
}
