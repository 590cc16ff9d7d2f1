package io.eventjobs.page.markdown;

import io.eventjobs.markdown.Escape;
import io.eventjobs.page.dom.BlockElements;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** Walks through elements and writes their blocks; {@link InlineWriter} writes inline content. */
final class MarkdownWriter implements NodeFilter {
    private static final int NO_TERM = -1;

    /** Blocks that continue the line of a term when they start its definition. */
    private static final Set<String> SAID = Set.of("dd", "p", "div", "section");

    private static final Set<String> BACK_LINKS =
            Set.of("¶", "#", "§", "🔗", "↩", "↩︎", "⏎", "^", "↑", "permalink", "link");

    private final BlockWriter writer = new BlockWriter();
    private final ListWriter lists = new ListWriter(writer);
    private final InlineWriter spans;
    private final Set<Element> dropped;
    private final TableClassifier tables;
    private final CaptionText captions = new CaptionText();
    private @Nullable Element heading;

    /** Length of the inline text at the end of the last term while its definition is still empty. */
    private int term = NO_TERM;

    private MarkdownWriter(List<Element> roots, Set<Element> dropped) {
        this.dropped = dropped;
        this.spans = new InlineWriter(dropped, TexText.of(roots));
        this.tables = TableClassifier.of(roots, dropped);
    }

    static Markdown of(List<Element> roots, Set<Element> dropped) {
        MarkdownWriter conversion = new MarkdownWriter(roots, dropped);
        for (Element root : roots) {
            NodeTraversor.filter(conversion, root);
            conversion.endBlock();
        }
        return new Markdown(conversion.writer.toString(), List.copyOf(conversion.spans.images()));
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            spans.text(text);
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)
                || spans.isLeftOut(element)
                || isBackLink(element)
                || captions.isLeftOut(element)
                || spans.formula(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (heading == null && CodeBlocks.isBlock(element, dropped)) {
            endBlock();
            lists.block(CodeText.fenced(element, dropped));
            return FilterResult.SKIP_ENTIRELY;
        }
        if (!BlockElements.isBlock(element)) {
            return element.normalName().equals("br") ? lineBreak() : spans.head(element);
        }
        if (heading != null) {
            spans.inline().words(" ", spans.style());
            return FilterResult.CONTINUE;
        }
        return block(element);
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        if (!BlockElements.isBlock(element)) {
            spans.tail(element);
        } else if (element.normalName().equals("dt") && heading == null) {
            endTerm();
        } else if (heading == element) {
            endHeading(element);
        } else if (heading == null) {
            term = element.normalName().equals("dl") ? NO_TERM : term;
            endBlock();
            end(element);
        } else {
            spans.inline().words(" ", spans.style());
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult block(Element element) {
        if (!SAID.contains(element.normalName())) {
            term = NO_TERM;
        }
        endBlock();
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading = element;
            case "ul", "menu", "dir", "ol", "dl" -> lists.open(element);
            case "li" -> lists.openItem(element);
            case "dt" -> {
                lists.openItem(element);
                spans.push(spans.style().withStrong());
            }
            case "blockquote" -> writer.openQuote();
            case "summary", "legend", "caption" -> spans.push(spans.style().withStrong());
            case "div", "aside", "p" -> openBox(element);
            case "hr" -> writer.block(writer.isAtMarker() ? "***" : "---");
            case "pre" -> {
                boolean isNumbers = CodeText.isNumbersOnly(element, dropped);
                writer.block(isNumbers ? "" : CodeText.fenced(element, dropped));
                return FilterResult.SKIP_ENTIRELY;
            }
            case "video", "audio", "iframe" -> {
                String link = EmbeddedPlayers.link(element);
                writer.block(link == null ? "" : link);
                return FilterResult.SKIP_ENTIRELY;
            }
            case "object", "embed" -> {
                String link = EmbeddedPlayers.link(element);
                writer.block(link == null ? "" : link);
                return link == null ? FilterResult.CONTINUE : FilterResult.SKIP_ENTIRELY;
            }
            case "table" -> {
                return table(element);
            }
            case "td" -> {
                return CodeText.isGutter(element) ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
            }
            default -> {}
        }
        return FilterResult.CONTINUE;
    }

    private void end(Element element) {
        switch (element.normalName()) {
            case "ul", "menu", "dir", "ol", "dl" -> lists.close();
            case "li" -> lists.closeItem();
            case "blockquote" -> writer.close();
            case "div", "aside", "p" -> closeBox(element);
            case "summary", "legend", "caption" -> spans.pop();
            default -> {}
        }
    }

    /** A note or a warning becomes a quote with a strong title. */
    private void openBox(Element element) {
        if (ElementKinds.isNote(element)) {
            writer.openQuote();
        } else if (ElementKinds.isNoteTitle(element)) {
            spans.push(spans.style().withStrong());
        }
    }

    private void closeBox(Element element) {
        if (ElementKinds.isNote(element)) {
            writer.close();
        } else if (ElementKinds.isNoteTitle(element)) {
            spans.pop();
        }
    }

    /** The definition follows on the line of the term. */
    private void endTerm() {
        spans.pop();
        if (!spans.inline().isEmpty()) {
            spans.inline().words(": ", spans.style());
            term = spans.inline().length();
        }
    }

    private FilterResult table(Element table) {
        String code = CodeTable.fenced(table, dropped);
        if (code != null) {
            writer.block(code);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (!tables.isData(table)) {
            return FilterResult.CONTINUE;
        }
        for (Element part : table.children()) {
            if (part.normalName().equals("caption") && !spans.isLeftOut(part)) {
                String caption = CellText.of(part, spans);
                writer.block(caption.isEmpty() ? "" : Escape.lineStart(caption));
            }
        }
        writer.block(TableGrid.markdown(table, dropped, cell -> CellText.of(cell, spans)));
        return FilterResult.SKIP_ENTIRELY;
    }

    private FilterResult lineBreak() {
        if (heading != null) {
            spans.inline().words(" ", spans.style());
        } else if (spans.inline().lineBreak()) {
            endBlock();
        }
        return FilterResult.CONTINUE;
    }

    /** Writes the gathered text as a block; a term waits for its definition. */
    private void endBlock() {
        InlineBuffer inline = spans.inline();
        if (inline.length() == term || inline.isEmpty()) {
            return;
        }
        term = NO_TERM;
        lists.block(inline.paragraph());
    }

    private void endHeading(Element element) {
        heading = null;
        String text = spans.inline().oneLine(Style::withoutStrong);
        if (!text.isEmpty()) {
            lists.block("#".repeat(BlockElements.headingLevel(element)) + " " + Escape.headingEnd(text));
        }
    }

    /** A permalink symbol of a heading, or a link back from a footnote. */
    private boolean isBackLink(Element element) {
        if (!element.normalName().equals("a") || !element.attr("href").contains("#")) {
            return false;
        }
        String text = element.childNodeSize() > 3 ? "" : element.text().strip().toLowerCase(Locale.ROOT);
        boolean named = element.attributesSize() > 1
                && (element.hasClass("headerlink")
                        || element.hasClass("anchor")
                        || element.hasClass("permalink")
                        || element.hasClass("heading-anchor")
                        || element.hasClass("footnote-backref")
                        || element.hasClass("reversefootnote"));
        boolean arrow = text.startsWith("↩") || text.startsWith("↑") || text.equals("^");
        return BACK_LINKS.contains(text) && (named || heading != null || arrow);
    }
}
