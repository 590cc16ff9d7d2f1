package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.BlockElements;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Computes the statistics of an element and of all elements in it that are not dropped, in one walk. */
final class TextStatistics implements NodeFilter {
    private static final ElementStatistics NOTHING = new ElementStatistics();

    private final Map<Element, ElementStatistics> statistics = new IdentityHashMap<>();
    private final List<Element> order = new ArrayList<>();
    private final Set<Element> dropped;
    /** Of the open elements, the innermost first. */
    private final Deque<ElementStatistics> open = new ArrayDeque<>();

    private int links;

    private TextStatistics(Set<Element> dropped) {
        this.dropped = dropped;
    }

    static TextStatistics of(Element root, Set<Element> dropped) {
        TextStatistics statistics = new TextStatistics(dropped);
        NodeTraversor.filter(statistics, root);
        return statistics;
    }

    /** The counts of an element; all zero if it was dropped. */
    ElementStatistics of(Element element) {
        return statistics.getOrDefault(element, NOTHING);
    }

    boolean knows(Element element) {
        return statistics.containsKey(element);
    }

    /** All counted elements in document order. */
    List<Element> elements() {
        return order;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            ElementStatistics parent = open.peek();
            if (parent != null) {
                count(text.getWholeText(), parent);
            }
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element) || dropped.contains(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        ElementStatistics counts = new ElementStatistics();
        statistics.put(element, counts);
        open.push(counts);
        order.add(element);
        links += isLink(element) ? 1 : 0;
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        ElementStatistics counts = open.pop();
        links -= isLink(element) ? 1 : 0;
        tally(element.normalName(), counts);
        boolean block = BlockElements.isBlock(element);
        if (block) {
            counts.settle();
        }
        ElementStatistics parent = open.peek();
        if (parent != null) {
            parent.addAll(counts);
            if (!block) {
                parent.addOwn(counts);
            }
        }
        return FilterResult.CONTINUE;
    }

    private static void tally(String name, ElementStatistics counts) {
        switch (name) {
            case "h1" -> {
                counts.headings++;
                counts.mainHeadings++;
            }
            case "h2", "h3", "h4", "h5", "h6" -> counts.headings++;
            case "pre" -> counts.codes++;
            case "img", "picture", "video", "figure" -> counts.images++;
            case "li" -> counts.items++;
            case "input", "select", "textarea", "button" -> counts.controls++;
            default -> {}
        }
    }

    /** Links within the page do not count as links. */
    private static boolean isLink(Element element) {
        return element.normalName().equals("a")
                && element.hasAttr("href")
                && !element.attr("href").startsWith("#");
    }

    private void count(String text, ElementStatistics counts) {
        int chars = 0;
        int wide = 0;
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c <= ' ' || c == '\u00a0';
            if (!blank) {
                chars += space && chars > 0 ? 2 : 1;
                counts.ownCommas += isComma(c) ? 1 : 0;
                wide += isWide(c) ? 1 : 0;
            }
            if (isEnd(c) && (i + 1 == text.length() || isAfterSentence(text.charAt(i + 1)))) {
                counts.ownSentences++;
            }
            space = blank;
        }
        counts.own += chars;
        counts.ownWide += links > 0 ? 0 : wide;
        counts.ownLinked += links > 0 ? chars : 0;
    }

    /** Kana, Chinese characters and Korean syllables. */
    private static boolean isWide(char c) {
        return c >= 0x3041 && (c <= 0x9fff || c >= 0xac00 && c <= 0xd7a3 || c >= 0xf900 && c <= 0xfaff);
    }

    private static boolean isComma(char c) {
        return c == ',' || c == '、' || c == '，' || c == '،' || c == '；' || c == '؛' || c == '﹐';
    }

    private static boolean isEnd(char c) {
        return c == '.' || c == '!' || c == '?' || c == '。' || c == '！' || c == '？' || c == '؟' || c == '।' || c == '…';
    }

    private static boolean isAfterSentence(char c) {
        return c <= ' '
                || c == '\u00a0'
                || c == '"'
                || c == '”'
                || c == '“'
                || c == '»'
                || c == ')'
                || c == '’'
                || c == '\''
                || c > 0x2e80;
    }
}
