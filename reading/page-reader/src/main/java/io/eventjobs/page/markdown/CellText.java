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
            spans.inline().words(text.getWholeText(), spans.style());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element) || spans.isLeftOut(element)) {
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
                spans.inline().raw(CodeText.span(CodeText.of(element, Set.of())), spans.style());
                yield spaced(FilterResult.SKIP_ENTIRELY);
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
