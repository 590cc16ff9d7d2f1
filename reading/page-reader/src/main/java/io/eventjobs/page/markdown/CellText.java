package io.eventjobs.page.markdown;

import io.eventjobs.page.dom.BlockElements;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** The content of a cell on one line: blocks are joined by spaces, list items by semicolons. */
final class CellText implements NodeFilter {
    private final InlineWriter spans;
    private boolean item;

    private CellText(InlineWriter spans) {
        this.spans = spans;
    }

    static String of(Element cell, InlineWriter spans) {
        InlineBuffer around = spans.beginCell();
        NodeTraversor.filter(new CellText(spans), cell);
        String text = spans.inline().oneLine(style -> style);
        spans.endCell(around);
        return text;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            spans.text(text);
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element) || spans.isLeftOut(element) || spans.formula(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        return switch (element.normalName()) {
            case "br", "hr" -> spaced(FilterResult.CONTINUE);
            case "video", "audio", "iframe" -> {
                String link = EmbeddedPlayers.link(element);
                if (link != null) {
                    spans.inline().raw(link, spans.style());
                }
                yield FilterResult.SKIP_ENTIRELY;
            }
            case "pre" -> {
                for (String line :
                        (Iterable<String>) CodeText.of(element, Set.of()).lines()::iterator) {
                    spaced(FilterResult.CONTINUE);
                    spans.inline().raw(CodeText.lineSpan(line), spans.style());
                }
                yield spaced(FilterResult.SKIP_ENTIRELY);
            }
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                spaced(FilterResult.CONTINUE);
                spans.push(spans.style().withStrong());
                yield FilterResult.CONTINUE;
            }
            default -> {
                if (element.normalName().equals("li") && item) {
                    spans.inline().words(";", spans.style());
                }
                item |= element.normalName().equals("li");
                if (BlockElements.isBlock(element)) {
                    spaced(FilterResult.CONTINUE);
                }
                yield spans.head(element);
            }
        };
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (BlockElements.headingLevel(element) > 0) {
                spans.pop();
            }
            spans.tail(element);
            if (BlockElements.isBlock(element)) {
                spaced(FilterResult.CONTINUE);
            }
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult spaced(FilterResult result) {
        spans.inline().words(" ", spans.style());
        return result;
    }
}
