package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.Visibility;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** The first pass of boilerplate removal: drops hidden elements, navigation, forms, and elements whose names mark them as boilerplate. */
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
            "object",
            "embed",
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
            "alert",
            "tooltip");
    private static final Set<String> KEPT = Set.of("html", "body", "main", "article");
    /** An element with a greater share of the running text is content, whatever its name. */
    private static final double MUCH = 0.35;

    private final Set<Element> dropped;
    private final TextStatistics whole;
    private final Strictness strictness;
    private final int prose;

    private Pruning(Set<Element> dropped, TextStatistics whole, int prose, Strictness strictness) {
        this.dropped = dropped;
        this.whole = whole;
        this.prose = prose;
        this.strictness = strictness;
    }

    static void of(Element body, Set<Element> dropped, Strictness strictness) {
        unseen(body, dropped);
        TextStatistics whole = TextStatistics.of(body, dropped);
        NodeTraversor.filter(new Pruning(dropped, whole, whole.of(body).prose, strictness), body);
        ConsentBanners.of(whole, dropped);
        if (strictness == Strictness.NAMES_COUNT) {
            HeadedSections.of(body, whole, dropped);
        }
    }

    /** Drops hidden elements. */
    static void unseen(Element root, Set<Element> dropped) {
        NodeTraversor.filter(
                (node, depth) -> {
                    if (node instanceof Element element && element != root && Visibility.isUnseen(element)) {
                        dropped.add(element);
                        return FilterResult.SKIP_ENTIRELY;
                    }
                    return FilterResult.CONTINUE;
                },
                root);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (!(node instanceof Element element) || dropped.contains(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (isNoContent(element)) {
            dropped.add(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        return FilterResult.CONTINUE;
    }

    private boolean isNoContent(Element element) {
        String name = element.normalName();
        if (KEPT.contains(name)) {
            return false;
        }
        boolean much = share(element) > MUCH;
        if (NO_CONTENT.contains(name) || NO_CONTENT_ROLES.contains(element.attr("role"))) {
            return !much;
        }
        if (name.equals("form")) {
            return share(element) < 0.2;
        }
        if (strictness == Strictness.NAMES_IGNORED) {
            return false;
        }
        Set<NameHint> hints = NameHint.of(element);
        if (hints.contains(NameHint.CONSENT) && whole.of(element).mainHeadings == 0) {
            return true;
        }
        if (hints.contains(NameHint.COMMENTS) && whole.of(element).mainHeadings == 0) {
            return share(element) < 0.9;
        }
        return !much
                && !hints.contains(NameHint.BODY)
                && (hints.contains(NameHint.FRAME) || hints.contains(NameHint.DIVERSION));
    }

    private double share(Element element) {
        return prose == 0 ? 0 : (double) whole.of(element).prose / prose;
    }
}
