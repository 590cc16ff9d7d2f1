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
import org.jspecify.annotations.Nullable;

/** Removes boilerplate inside the content: link lists, teasers of other articles, bylines, prompts to subscribe or share. */
final class ContentCleaning implements NodeFilter {
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "table");
    private static final Set<String> BOXES =
            Set.of("div", "section", "header", "footer", "aside", "figure", "form", "p", "span");

    private static final Set<String> ENTRIES = Set.of("td", "th", "dd", "li", "blockquote");

    /** Repeated items of at least this number with times are a live blog. */
    private static final int MIN_TIMED = 3;

    private final Element root;
    /** Whether times of day belong to the content, as in the entries of a live blog. */
    private final boolean timed;

    private final ElementNames names;
    private final TextStatistics statistics;
    private final DroppedElements dropped;
    private final int prose;

    private ContentCleaning(
            ContentScoring.Found found, TextStatistics statistics, ElementNames names, DroppedElements dropped) {
        this.timed = found.items().size() >= MIN_TIMED;
        this.root = found.root();
        this.names = names;
        this.statistics = statistics;
        this.dropped = dropped;
        this.prose = statistics.of(root).prose;
    }

    static void of(ContentScoring.Found found, TextStatistics statistics, ElementNames names, DroppedElements dropped) {
        Element root = found.root();
        if (statistics.of(root).paragraphs == 0) {
            return;
        }
        NodeTraversor.filter(new ContentCleaning(found, statistics, names, dropped), root);
        BylineTrimming.of(root, TextStatistics.of(root, dropped.elements()), dropped);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (!(node instanceof Element element) || dropped.contains(element) || CodeBlocks.isCode(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        DropRule rule = element == root ? null : rule(element);
        if (rule != null) {
            dropped.add(element, rule);
            return FilterResult.SKIP_ENTIRELY;
        }
        return FilterResult.CONTINUE;
    }

    private @Nullable DropRule rule(Element element) {
        ElementStatistics counts = statistics.of(element);
        if (!BlockElements.isBlock(element) || share(counts) > 0.3) {
            return null;
        }
        if (isLinkList(element, counts)) {
            return DropRule.LINK_LIST;
        }
        if (isCredit(element, counts)) {
            return DropRule.CREDIT_NAME;
        }
        if (isCards(element, counts)) {
            return DropRule.CARDS;
        }
        if (isLine(element, counts)) {
            return DropRule.PHRASE;
        }
        boolean controls = counts.controls > 0 && counts.prose == 0 && counts.images == 0 && counts.codes == 0;
        return controls ? DropRule.CONTROLS : null;
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
        Set<NameHint> hints = names.hints(element);
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
        String line = VisibleText.of(element, dropped.elements(), 230);
        if (isSign(line, counts) || isBarOfCode(element, counts)) {
            return true;
        }
        if (Phrases.leadsElsewhere(line)) {
            return counts.ownLinkDensity() > 0.25 || counts.text < 40;
        }
        if (Phrases.mayWantSomething(line)) {
            return counts.ownLinkDensity() > 0.2 || Phrases.isLabel(line);
        }
        boolean label = Phrases.isLabel(line) && !isHeading(element) && !isEntry(element, counts);
        return label
                || Phrases.wantsSomething(line)
                        && (counts.text < 80 || counts.text < 150 && counts.ownLinkDensity() > 0.2);
    }

    /** Whether a word stands among others of a table, a list or a quote, and nothing can be pressed: there "Image" is what is said. */
    private static boolean isEntry(Element element, ElementStatistics counts) {
        if (counts.ownLinkDensity() > 0.5 || counts.controls > 0) {
            return false;
        }
        return switch (element.normalName()) {
            case "td", "th", "tr", "thead", "dt", "dd", "li" -> true;
            case "p" ->
                element.parent() != null && ENTRIES.contains(element.parent().normalName());
            default -> false;
        };
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
