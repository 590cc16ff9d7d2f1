package io.eventjobs.page.facts;

import io.eventjobs.page.dom.AbsoluteAddress;
import io.eventjobs.page.dom.BlockElements;
import io.eventjobs.page.dom.Visibility;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Splits a page into the lines that a reader sees, without navigation, in one walk. */
public final class PageLines implements NodeFilter {
    private static final int MAX_LINE_LENGTH = 8_000;
    private static final int MAX_MARK_LENGTH = 60;
    private static final int MAX_PARTS = 200;
    private static final Set<String> NAVIGATION = Set.of("nav", "footer", "form", "select", "button", "svg", "menu");
    private static final Set<String> MARKS = Set.of("b", "strong", "em", "i", "span", "label", "u", "small", "font");

    private final List<PageLine> lines = new ArrayList<>();
    private final Deque<Element> blocks = new ArrayDeque<>();
    private final Deque<Integer> starts = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private List<PageLine.Link> links = new ArrayList<>();
    private List<PageLine.Mark> marks = new ArrayList<>();

    private PageLines() {}

    public static List<PageLine> of(Element body) {
        PageLines lines = new PageLines();
        NodeTraversor.filter(lines, body);
        return lines.lines;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            add(words.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)
                || Visibility.isUnseen(element)
                || NAVIGATION.contains(element.normalName())
                || element.attr("role").equals("navigation")) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (BlockElements.isBlock(element)) {
            endLine();
            blocks.push(element);
        } else if (element.normalName().equals("br")) {
            endLine();
        } else {
            starts.push(text.length());
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element element) || element.normalName().equals("br")) {
            return FilterResult.CONTINUE;
        }
        if (BlockElements.isBlock(element)) {
            endLine();
            blocks.pop();
            return FilterResult.CONTINUE;
        }
        int start = starts.pop();
        int length = text.length() - start;
        if (element.normalName().equals("a") && element.hasAttr("href") && links.size() < MAX_PARTS) {
            String words = text.substring(start).strip();
            links.add(new PageLine.Link(start, text.length(), AbsoluteAddress.of(element, "href"), words));
        } else if (MARKS.contains(element.normalName())
                && length > 0
                && length <= MAX_MARK_LENGTH
                && marks.size() < MAX_PARTS) {
            marks.add(new PageLine.Mark(start, text.length()));
        }
        return FilterResult.CONTINUE;
    }

    private void add(String words) {
        for (int i = 0; i < words.length() && text.length() < MAX_LINE_LENGTH; i++) {
            char c = words.charAt(i);
            boolean space = c <= ' ' || Character.isSpaceChar(c);
            if (!space) {
                text.append(c);
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
    }

    private void endLine() {
        String line = text.isEmpty() ? "" : text.toString();
        if (!line.isBlank() || !links.isEmpty()) {
            lines.add(new PageLine(blocks.element(), line.stripTrailing(), links, marks));
            links = new ArrayList<>();
            marks = new ArrayList<>();
        }
        text.setLength(0);
        if (!starts.isEmpty()) {
            List<Integer> anew = Collections.nCopies(starts.size(), 0);
            starts.clear();
            starts.addAll(anew);
        }
    }
}
