package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.BlockElements;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element that holds the content as readability does: each paragraph adds a score to its ancestors, which decreases with
 * distance.
 */
final class ContentScoring {
    private static final int REACH = 6;
    private static final int MAX_ROW_DEPTH = 4;
    private static final int MIN_PER_ROW = 3;
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "pre", "li", "blockquote", "dd", "dt", "td", "th", "figcaption");

    private static final Set<String> PARTS = Set.of(
            "ul", "ol", "dl", "menu", "li", "dd", "dt", "p", "pre", "blockquote", "table", "tbody", "thead", "tr");

    private static final Set<String> NEIGHBOURS = Set.of("p", "h2", "blockquote");

    private final Element body;
    private final TextStatistics statistics;
    private final ElementNames names;

    ContentScoring(Element body, TextStatistics statistics, ElementNames names) {
        this.names = names;
        this.body = body;
        this.statistics = statistics;
    }

    /** @param items the repeated items within the root, empty if it does not consist of such items */
    record Found(Element root, List<Element> items) {}

    @Nullable Found find() {
        if (statistics.of(body).text == 0) {
            return null;
        }
        Element top = top();
        return top == null ? new Found(body, List.of()) : climbed(top);
    }

    private @Nullable Element top() {
        statistics.elements().forEach(this::vote);
        Element best = null;
        double max = 0;
        for (Element element : statistics.elements()) {
            ElementStatistics counts = statistics.of(element);
            if (counts.score > 0) {
                double score = counts.score * (1 - counts.linkDensity()) * weight(element);
                if (score > max) {
                    max = score;
                    best = element;
                }
            }
        }
        return best;
    }

    private double weight(Element element) {
        Set<NameHint> hints = names.hints(element);
        double weight = 1;
        if (hints.contains(NameHint.BODY) || element.attr("itemprop").equals("articleBody")) {
            weight = 1.5;
        } else if (hints.contains(NameHint.CONTENT)
                || element.normalName().equals("article")
                || element.normalName().equals("main")) {
            weight = 1.2;
        } else if (hints.contains(NameHint.FRAME)
                || hints.contains(NameHint.DIVERSION)
                || hints.contains(NameHint.COMMENTS)) {
            weight = 0.6;
        }
        return weight;
    }

    private void vote(Element element) {
        ElementStatistics own = statistics.of(element);
        if (!BlockElements.isBlock(element) || !own.isProse()) {
            return;
        }
        double vote = (1 + own.ownCommas + Math.min(3, own.own / 100.0)) * (1 - own.ownLinkDensity());
        Element at = PARAGRAPHS.contains(element.normalName()) ? element.parent() : element;
        for (int level = 0; level < REACH && at != null; level++) {
            statistics.of(at).score += level == 0 ? vote : level == 1 ? vote / 2 : vote / (level * 3);
            if (at == body) {
                break;
            }
            at = at.parent();
        }
    }

    /** Moves to the parent while that adds much more running text than other text, or more repeated items of the same kind. */
    private Found climbed(Element start) {
        Element best = start;
        List<Element> row = List.of();
        Element at = start;
        while (at != body && at.parent() != null && statistics.knows(at.parent())) {
            Element parent = at.parent();
            ElementStatistics inner = statistics.of(best);
            ElementStatistics outer = statistics.of(parent);
            int moreProse = outer.prose - inner.prose;
            int moreText = outer.text - inner.text;
            int moreLoose = outer.linked - inner.linked < 0.15 * moreProse ? outer.loose - inner.loose : 0;
            List<Element> items = RepeatedItems.of(at, statistics);
            boolean more = proseOf(items) - statistics.of(at).prose > 0.1 * inner.prose;
            if (moreProse > 0.2 * inner.prose && moreProse > 0.7 * (moreText - moreLoose) || more) {
                best = parent;
                row = more ? items : row;
            }
            at = parent;
        }
        return new Found(boxOf(best), row.isEmpty() ? rowWithin(start) : row);
    }

    /** The repeated items that make up most of an element, for when the element scored higher than any single item. */
    private List<Element> rowWithin(Element root) {
        Element at = root;
        for (int level = 0; level < MAX_ROW_DEPTH && at != null; level++) {
            Element max = richest(at);
            List<Element> items = max == null || PARAGRAPHS.contains(max.normalName())
                    ? List.of()
                    : RepeatedItems.of(max, statistics);
            if (items.size() >= MIN_PER_ROW && proseOf(items) > statistics.of(root).prose * 0.5) {
                return items;
            }
            at = max;
        }
        return List.of();
    }

    private @Nullable Element richest(Element parent) {
        Element richest = null;
        int max = 0;
        for (Element child : parent.children()) {
            if (statistics.of(child).prose > max) {
                max = statistics.of(child).prose;
                richest = child;
            }
        }
        return richest;
    }

    /** Moves out of a list or table, to the element that it is part of. */
    private Element boxOf(Element element) {
        Element at = element;
        while (PARTS.contains(at.normalName()) && at != body && at.parent() != null && statistics.knows(at.parent())) {
            at = at.parent();
        }
        return at;
    }

    /** The root with the paragraphs directly beside it, such as a lead or a closing remark. */
    List<Element> withNeighbours(Element root) {
        List<Element> roots = new ArrayList<>();
        for (Element sibling : root == body || root.parent() == null
                ? List.of(root)
                : root.parent().children()) {
            boolean paragraph = NEIGHBOURS.contains(sibling.normalName())
                    && statistics.of(sibling).isProse();
            if (sibling == root
                    || paragraph
                            && statistics.of(sibling).linkDensity() < 0.3
                            && names.hints(sibling).isEmpty()) {
                roots.add(sibling);
            }
        }
        return roots;
    }

    private int proseOf(List<Element> elements) {
        int prose = 0;
        for (Element element : elements) {
            prose += statistics.of(element).prose;
        }
        return prose;
    }
}
