package io.eventjobs.page.dom;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** The text of an element as a reader sees it, with white space collapsed, up to a limit. */
public final class VisibleText implements NodeFilter {
    private final StringBuilder words = new StringBuilder();
    private final Set<Element> dropped;
    private final int limit;
    private int nodes;

    private VisibleText(Set<Element> dropped, int limit) {
        this.dropped = dropped;
        this.limit = limit;
    }

    /** At most {@code limit} characters, from at most {@code limit} nodes. */
    public static String of(Element element, int limit) {
        return of(element, Set.of(), limit);
    }

    /** As {@link #of(Element, int)}, without the dropped elements. */
    public static String of(Element element, Set<Element> dropped, int limit) {
        VisibleText wording = new VisibleText(dropped, limit);
        NodeTraversor.filter(wording, element);
        return wording.words.toString().strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (words.length() >= limit || nodes++ > limit) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text) {
            add(text.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element) || dropped.contains(element) || Visibility.isUnseen(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element.normalName().equals("br") || BlockElements.isBlock(element)) {
            space();
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && BlockElements.isBlock(element)) {
            space();
        }
        return FilterResult.CONTINUE;
    }

    private void add(String text) {
        for (int i = 0; i < text.length() && words.length() < limit; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '\u00a0') {
                space();
            } else {
                words.append(c);
            }
        }
    }

    private void space() {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }
}
