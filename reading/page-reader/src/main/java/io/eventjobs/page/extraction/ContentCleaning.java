package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.BlockElements;
import io.eventjobs.page.dom.BoundedSearch;
import io.eventjobs.page.dom.VisibleText;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Removes boilerplate inside the content: link lists, teasers of other articles, bylines, prompts to subscribe or share. */
final class ContentCleaning implements NodeFilter {
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "table");
    private static final Set<String> BOXES =
            Set.of("div", "section", "header", "footer", "aside", "figure", "form", "p", "span");

    private final Element root;
    private final boolean timed;
    private final TextStatistics statistics;
    private final Set<Element> dropped;
    private final int prose;

    private ContentCleaning(Element root, boolean timed, TextStatistics statistics, Set<Element> dropped) {
        this.timed = timed;
        this.root = root;
        this.statistics = statistics;
        this.dropped = dropped;
        this.prose = statistics.of(root).prose;
    }

    /** @param timed whether times of day belong to the content, as in the entries of a live blog */
    static void of(Element root, boolean timed, TextStatistics statistics, Set<Element> dropped) {
        if (statistics.of(root).paragraphs == 0) {
            return;
        }
        NodeTraversor.filter(new ContentCleaning(root, timed, statistics, dropped), root);
        BylineTrimming.of(root, TextStatistics.of(root, dropped), dropped);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (!(node instanceof Element element) || dropped.contains(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element != root && isClutter(element)) {
            dropped.add(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        return FilterResult.CONTINUE;
    }

    private boolean isClutter(Element element) {
        ElementStatistics counts = statistics.of(element);
        if (!BlockElements.isBlock(element) || share(counts) > 0.3) {
            return false;
        }
        return isLinkList(element, counts)
                || isCredit(element, counts)
                || isCards(element, counts)
                || isLine(element, counts)
                || counts.controls > 0 && counts.prose == 0 && counts.images == 0;
    }

    /** Links to pages of the same site, with little other text. */
    private boolean isLinkList(Element element, ElementStatistics counts) {
        boolean box =
                BOXES.contains(element.normalName()) && !element.normalName().equals("p");
        if (!(LISTS.contains(element.normalName()) || box) || counts.text == 0) {
            return false;
        }
        boolean dense = counts.linkDensity() > 0.6 || counts.linkDensity() > 0.4 && counts.prose == 0 && box;
        return dense && counts.prose < 200 && SameSiteLinks.prevail(element);
    }

    private boolean isCredit(Element element, ElementStatistics counts) {
        if (counts.text > 600 || isHeading(element) || timed && ClockTime.is(element, counts)) {
            return false;
        }
        Set<NameHint> hints = NameHint.of(element);
        return hints.contains(NameHint.CREDIT)
                && !hints.contains(NameHint.BODY)
                && counts.paragraphs <= 2
                && share(counts) < 0.15;
    }

    private static boolean isHeading(Element element) {
        return element.normalName().length() == 2 && element.normalName().charAt(0) == 'h';
    }

    /** Three or more children, each a linked heading with a few words. */
    private boolean isCards(Element element, ElementStatistics counts) {
        if (counts.headings < 3 || element.childrenSize() < 3) {
            return false;
        }
        int cards = 0;
        List<Element> children = element.children();
        for (Element child : children) {
            ElementStatistics inner = statistics.of(child);
            if (inner.headings > 0 && inner.text < 700 && inner.paragraphs <= 2 && inner.linked >= 15) {
                cards++;
            }
        }
        return cards >= 3 && cards >= children.size() * 0.6;
    }

    private boolean isLine(Element element, ElementStatistics counts) {
        if (counts.own != counts.text || counts.text > 220 || counts.text == 0) {
            return false;
        }
        String line = VisibleText.of(element, dropped, 230);
        if (isSign(line, counts) || isBarOfCode(element, counts)) {
            return true;
        }
        if (Phrases.leadsElsewhere(line)) {
            return counts.ownLinkDensity() > 0.25 || counts.text < 40;
        }
        if (Phrases.mayWantSomething(line)) {
            return counts.ownLinkDensity() > 0.2 || Phrases.isLabel(line);
        }
        boolean label = Phrases.isLabel(line) && !isHeading(element);
        return label
                || Phrases.wantsSomething(line)
                        && (counts.text < 80 || counts.text < 150 && counts.ownLinkDensity() > 0.2);
    }

    /** A link without letters or digits, such as a vote arrow or a close button. */
    private static boolean isSign(String line, ElementStatistics counts) {
        return counts.ownLinkDensity() > 0.5 && line.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /** The bar above a code block: the language, which the fence names too, and a copy button. */
    private static boolean isBarOfCode(Element element, ElementStatistics counts) {
        Element next = element.nextElementSibling();
        return counts.text <= 20
                && element.selectFirst("button") != null
                && next != null
                && (next.normalName().equals("pre")
                        || BoundedSearch.first(next, each -> each.normalName().equals("pre")) != null);
    }

    private double share(ElementStatistics counts) {
        return prose == 0 ? 0 : (double) counts.prose / prose;
    }
}
