package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.BlockElements;
import io.eventjobs.page.dom.Visibility;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** The first pass of boilerplate removal: drops navigation, forms, and elements whose names mark them as boilerplate. */
final class Pruning implements NodeFilter {
    private static final Set<String> NO_CONTENT = Set.of(
            "nav",
            "footer",
            "aside",
            "menu",
            "select",
            "button",
            "textarea",
            "dialog",
            "applet",
            "canvas",
            "svg",
            "input",
            "fieldset");
    private static final Set<String> NO_CONTENT_ROLES = Set.of(
            "navigation",
            "banner",
            "contentinfo",
            "complementary",
            "search",
            "dialog",
            "alertdialog",
            "menu",
            "menubar",
            "toolbar",
            "tooltip");
    private static final Set<String> KEPT = Set.of("html", "body", "main", "article");
    /** An element with a greater share of the running text is content, whatever its name. */
    static final double MUCH = 0.35;

    /** Where running text is little, an element needs a share of all text as well. */
    private static final double MIN_TEXT_SHARE = 0.2;

    /** These are beside the content on a page with little text of its own too. */
    private static final Set<String> EDGES = Set.of("footer", "dialog", "contentinfo", "alertdialog");

    private static final int LONG = 1_000;
    private static final Set<String> FRAME =
            Set.of("nav", "footer", "menu", "select", "textarea", "dialog", "canvas", "svg", "input");
    private static final int FARTHEST = 4;

    private final DroppedElements dropped;
    private final TextStatistics whole;
    private final ElementNames names;
    private final Strictness strictness;
    private final int prose;
    private final int text;
    /** Whether a great part of the running text is in forms. */
    private final boolean formsAreContent;

    private final @Nullable Element core;
    private final Set<Element> aroundCore;
    /** The open blocks, the innermost first. */
    private final Deque<Element> lines = new ArrayDeque<>();

    private int openCode;
    private boolean openCore;
    /** Elements that were asked for words of their own, so that each is searched once. */
    private final Map<Element, Boolean> withWords = new IdentityHashMap<>();

    private Pruning(
            Element body, TextStatistics whole, ElementNames names, DroppedElements dropped, Strictness strictness) {
        this.dropped = dropped;
        this.whole = whole;
        this.names = names;
        this.prose = whole.of(body).prose;
        this.text = whole.of(body).text;
        this.formsAreContent = shareOfForms() > MUCH;
        this.core = ContentPlace.core(whole);
        this.aroundCore = ContentPlace.around(core);
        this.strictness = strictness;
    }

    /** @param whole the statistics of everything that is displayed */
    static void of(
            Element body, TextStatistics whole, ElementNames names, DroppedElements dropped, Strictness strictness) {
        NodeTraversor.filter(new Pruning(body, whole, names, dropped, strictness), body);
        ConsentBanners.of(whole, dropped);
        if (strictness == Strictness.NAMES_COUNT) {
            HeadedSections.of(body, whole, names.isBelieved(NameHint.COMMENTS), dropped);
        }
    }

    /** Drops hidden elements. */
    static void unseen(Element root, DroppedElements dropped) {
        NodeTraversor.filter(
                (node, depth) -> {
                    if (node instanceof Element element && element != root && Visibility.isUnseen(element)) {
                        dropped.add(element, DropRule.HIDDEN);
                        return FilterResult.SKIP_ENTIRELY;
                    }
                    return FilterResult.CONTINUE;
                },
                root);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        if (dropped.contains(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        DropRule rule = rule(element);
        if (rule != null) {
            dropped.add(element, rule);
            return FilterResult.SKIP_ENTIRELY;
        }
        openCode += CodeBlocks.isCode(element) ? 1 : 0;
        openCore |= element == core;
        if (BlockElements.isBlock(element)) {
            lines.push(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            openCode -= CodeBlocks.isCode(element) ? 1 : 0;
            openCore &= element != core;
            if (BlockElements.isBlock(element)) {
                lines.pop();
            }
        }
        return FilterResult.CONTINUE;
    }

    private @Nullable DropRule rule(Element element) {
        String name = element.normalName();
        if (KEPT.contains(name)) {
            return null;
        }
        boolean much = isMuch(element);
        if (strictness == Strictness.FRAME_ONLY) {
            boolean bar = name.equals("header") && whole.of(element).mainHeadings == 0;
            return FRAME.contains(name) || bar ? DropRule.TAG : null;
        }
        if (isAttribution(element)) {
            return null;
        }
        if (NO_CONTENT.contains(name)) {
            return much ? null : DropRule.TAG;
        }
        if (openCode > 0 || CodeBlocks.isCode(element)) {
            return null;
        }
        if (NO_CONTENT_ROLES.contains(element.attr("role"))) {
            return much ? null : DropRule.ROLE;
        }
        if (name.equals("form")) {
            return !formsAreContent && share(element) < 0.2 || isBesideCore(element) ? DropRule.FORM : null;
        }
        DropRule rule = strictness == Strictness.NAMES_IGNORED ? null : ofNames(element, much);
        return rule != null && isInLine(element) ? null : rule;
    }

    /** The footer of a quote says who is quoted. */
    private static boolean isAttribution(Element element) {
        Element parent = element.parent();
        return element.normalName().equals("footer")
                && parent != null
                && parent.normalName().equals("blockquote");
    }

    private @Nullable DropRule ofNames(Element element, boolean much) {
        Set<NameHint> hints = names.hints(element);
        if (hints.isEmpty()) {
            return null;
        }
        if (hints.contains(NameHint.CONSENT) && whole.of(element).mainHeadings == 0 && !much) {
            return DropRule.CONSENT_NAME;
        }
        if (hints.contains(NameHint.COMMENTS) && whole.of(element).mainHeadings == 0) {
            return DropRule.COMMENTS_NAME;
        }
        if (much || hints.contains(NameHint.BODY)) {
            return null;
        }
        if (hints.contains(NameHint.FRAME)) {
            return DropRule.FRAME_NAME;
        }
        boolean diverts = hints.contains(NameHint.DIVERSION)
                || hints.contains(NameHint.VAGUE) && !hasTextOfItsOwn(whole.of(element));
        return diverts ? DropRule.DIVERSION_NAME : null;
    }

    /** Running text that leads nowhere. */
    private static boolean hasTextOfItsOwn(ElementStatistics counts) {
        return counts.prose > 0 && counts.linkDensity() < 0.3;
    }

    /** Whether an inline element stands in a line that has other words, so that a sentence would lose some of its own. */
    private boolean isInLine(Element element) {
        ElementStatistics counts = whole.of(element);
        if (BlockElements.isBlock(element) || counts.text > 0 || lines.isEmpty()) {
            return false;
        }
        ElementStatistics line = whole.of(lines.element());
        return line.own > counts.own && (line.isProse() || hasWords(element.parent()));
    }

    /** Whether an element, or the line around it a few levels further up, has words outside other elements. */
    private boolean hasWords(@Nullable Element parent) {
        Element at = parent;
        for (int up = 0; up < FARTHEST && at != null; up++) {
            if (withWords.computeIfAbsent(at, Pruning::hasOwnWords)) {
                return true;
            }
            at = BlockElements.isBlock(at) ? null : at.parent();
        }
        return false;
    }

    private static boolean hasOwnWords(Element element) {
        return element.childNodes().stream()
                .anyMatch(node -> node instanceof TextNode text
                        && text.getWholeText().codePoints().anyMatch(Character::isLetterOrDigit));
    }

    /** Whether an element is too great a part of the page to be beside the content. */
    private boolean isMuch(Element element) {
        if (share(element) <= MUCH) {
            return false;
        }
        boolean edge = EDGES.contains(element.normalName()) || EDGES.contains(element.attr("role"));
        return (!edge || whole.of(element).proseInLetters() >= LONG || whole.of(element).mainHeadings > 0)
                && whole.of(element).text > text * MIN_TEXT_SHARE
                && !isBesideCore(element);
    }

    /** Whether an element stands outside the page's main element and has less text. */
    private boolean isBesideCore(Element element) {
        return core != null
                && !openCore
                && !aroundCore.contains(element)
                && whole.of(element).text < whole.of(core).text;
    }

    /** The share of running text in forms, judged together: a forum may put each post into one. */
    private double shareOfForms() {
        int inForms = 0;
        for (Element element : whole.elements()) {
            inForms += element.normalName().equals("form") ? whole.of(element).prose : 0;
        }
        return prose == 0 ? 0 : (double) inForms / prose;
    }

    private double share(Element element) {
        return prose == 0 ? 0 : (double) whole.of(element).prose / prose;
    }
}
