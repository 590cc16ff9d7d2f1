package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.BlockElements;
import io.eventjobs.page.dom.VisibleText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lead: running text between the main heading and the content that leads nowhere else, and lists under a heading there, such as
 * the ingredients of a recipe. It may stand in a box of its own, which is called a teaser or a header.
 */
final class LeadParagraphs {
    private static final int MAX_LENGTH = 1_500;
    private static final int MAX_PARTS = 8;
    private static final int MAX_CAPTION = 500;
    private static final int MIN_ITEMS = 3;
    private static final int FARTHEST = 12;
    private static final int READ = 230;
    private static final int MIN_LENGTH = 50;
    private static final Set<String> CAPTION_WORDS = Set.of(
            "caption", "captions", "legend", "photo", "image", "picture", "gallery", "figure", "video", "player");
    private static final Set<String> LISTS = Set.of("ul", "ol");
    private static final Set<String> OTHER_PLACES =
            Set.of("nav", "aside", "footer", "form", "figure", "figcaption", "dialog", "table", "button", "label");

    private final TextStatistics whole;
    private final ElementNames names;
    private final DroppedElements dropped;
    private final Element root;
    private final List<Element> lead = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private int length;

    private LeadParagraphs(TextStatistics whole, ElementNames names, DroppedElements dropped, Element root) {
        this.whole = whole;
        this.names = names;
        this.dropped = dropped;
        this.root = root;
    }

    /**
     * The roots with the lead before them, in document order.
     *
     * @param whole the statistics of everything that is displayed
     */
    static List<Element> before(
            List<Element> roots, Element root, TextStatistics whole, ElementNames names, DroppedElements dropped) {
        LeadParagraphs paragraphs = new LeadParagraphs(whole, names, dropped, root);
        paragraphs.search();
        if (paragraphs.lead.isEmpty() || paragraphs.length > MAX_LENGTH || paragraphs.lead.size() > MAX_PARTS) {
            return roots;
        }
        Set<Element> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.addAll(roots);
        all.addAll(paragraphs.lead);
        return whole.elements().stream().filter(all::contains).toList();
    }

    private void search() {
        List<Element> between = new ArrayList<>();
        boolean headed = false;
        for (Element element : whole.elements()) {
            if (element.normalName().equals("h1") && !isLogo(element)) {
                headed = true;
                between.clear();
            } else if (headed) {
                if (element == root || isText(element) && isIn(root, element) && droppedAround(element) == null) {
                    break;
                }
                between.add(element);
            }
            if (between.size() > MAX_LENGTH) {
                return;
            }
        }
        if (headed) {
            between.forEach(this::consider);
        }
    }

    private void consider(Element element) {
        ElementStatistics counts = whole.of(element);
        boolean isLead = isText(element) && counts.own >= MIN_LENGTH && counts.ownLinkDensity() < 0.1;
        if (isLead && isPlace(element) && !isPhrase(element) && said.add(VisibleText.of(element, READ))
                || isListUnderHeading(element) && isPlace(element)) {
            Element heading = LISTS.contains(element.normalName()) ? element.previousElementSibling() : null;
            if (heading != null) {
                lead.add(heading);
            }
            lead.add(element);
            length += whole.of(element).text;
        }
    }

    /** Whether a main heading is the name of the site, linked to its first page. */
    private static boolean isLogo(Element heading) {
        Element link = heading.selectFirst("a[href]");
        String path = link == null ? "-" : link.attr("href").replaceFirst("^https?://[^/]*", "");
        return path.isEmpty() || path.equals("/");
    }

    /** A line of running text. */
    private boolean isText(Element element) {
        ElementStatistics counts = whole.of(element);
        return BlockElements.isBlock(element)
                && counts.own == counts.text
                && counts.isProse()
                && BlockElements.headingLevel(element) == 0;
    }

    private boolean isListUnderHeading(Element element) {
        ElementStatistics counts = whole.of(element);
        Element before = element.previousElementSibling();
        return LISTS.contains(element.normalName())
                && counts.items >= MIN_ITEMS
                && counts.linked == 0
                && counts.controls == 0
                && before != null
                && BlockElements.headingLevel(before) > 1;
    }

    private static boolean isPhrase(Element element) {
        String line = VisibleText.of(element, READ);
        return Phrases.leadsElsewhere(line)
                || Phrases.wantsSomething(line)
                || Phrases.asksForConsent(line)
                || line.contains("©");
    }

    /** Whether nothing around the element says that it is something else than the lead. */
    private boolean isPlace(Element element) {
        if (isIn(root, element)) {
            return false;
        }
        boolean leads = true;
        Element at = element;
        for (int up = 0; up < FARTHEST && at != null && leads && !isIn(at, root); up++) {
            DropRule rule = dropped.rule(at);
            List<String> words = at.attributesSize() == 0 ? List.of() : NameWords.split(at.className());
            leads = !OTHER_PLACES.contains(at.normalName())
                    && !names.hints(at).contains(NameHint.CREDIT)
                    && Collections.disjoint(words, CAPTION_WORDS)
                    && !isCaption(at)
                    && (rule == null || isLeadBox(at, rule));
            at = at.parent();
        }
        return leads;
    }

    /** Whether a box holds a picture and little text. */
    private boolean isCaption(Element box) {
        return whole.of(box).images > 0 && whole.of(box).mainHeadings == 0 && whole.of(box).text < MAX_CAPTION;
    }

    /** A box that is dropped for its name alone, though it has running text and leads nowhere. */
    private boolean isLeadBox(Element box, DropRule rule) {
        ElementStatistics counts = whole.of(box);
        List<String> words = NameWords.split(box.className() + " " + box.id());
        boolean named = words.contains("teaser") || words.contains("header");
        return named
                && (rule == DropRule.DIVERSION_NAME || rule == DropRule.FRAME_NAME)
                && counts.linkDensity() < 0.3
                && counts.controls == 0;
    }

    private @Nullable Element droppedAround(Element element) {
        Element at = element;
        for (int up = 0; up < FARTHEST && at != null && at != root; up++) {
            if (dropped.contains(at)) {
                return at;
            }
            at = at.parent();
        }
        return null;
    }

    private static boolean isIn(Element outer, Element element) {
        Element at = element;
        while (at != null && at != outer) {
            at = at.parent();
        }
        return at == outer;
    }
}
