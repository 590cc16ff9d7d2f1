package io.eventjobs.page.extraction;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Judges the element that scored best by its place in the page. On pages of links, cards or sections the only running text may be a
 * footnote, a form or one card of many; the content is then the page's main element, or what follows its main heading.
 */
final class ContentPlace {
    private static final double SMALL_SHARE = 0.2;
    private static final double FAR_MORE = 2;
    private static final int LONG = 1_200;
    private static final int SHORT = 400;
    private static final int MIN_TEXT = 60;
    private static final Set<String> ASIDE = Set.of("footer", "aside", "dialog", "form", "nav");

    private final Element body;
    private final TextStatistics statistics;

    ContentPlace(Element body, TextStatistics statistics) {
        this.body = body;
        this.statistics = statistics;
    }

    /** The element that the author marked as the main one, the largest if there are several; null if none has text. */
    static @Nullable Element core(TextStatistics statistics) {
        Element core = null;
        for (Element element : statistics.elements()) {
            boolean main =
                    element.normalName().equals("main") || element.attr("role").equals("main");
            if (main
                    && statistics.of(element).text >= MIN_TEXT
                    && (core == null || statistics.of(element).text > statistics.of(core).text)) {
                core = element;
            }
        }
        return core;
    }

    /** The element and its ancestors. */
    static Set<Element> around(@Nullable Element element) {
        Set<Element> around = Collections.newSetFromMap(new IdentityHashMap<>());
        Element at = element;
        while (at != null && around.add(at)) {
            at = at.parent();
        }
        return around;
    }

    /** The part of a page without running text that has most of its words; null if that is the whole page. */
    @Nullable Element within() {
        Element core = core(statistics);
        if (statistics.of(body).prose > 0) {
            return null;
        }
        return core != null && statistics.of(core).text * 2 > statistics.of(body).text ? core : boxOfHeading();
    }

    /** A place with far more of the page's words than the one that was found; null if there is none. */
    @Nullable Element better(Element found) {
        ElementStatistics counts = statistics.of(found);
        if (found == body || counts.proseInLetters() >= (core(statistics) == null ? SHORT : LONG)) {
            return null;
        }
        Element box = boxBeside(found);
        if (box != null && counts.proseInLetters() < SHORT && statistics.of(box).text > counts.text) {
            return box;
        }
        boolean small = counts.text < SMALL_SHARE * statistics.of(body).text;
        if (!small && !isAside(found)) {
            return null;
        }
        for (Element wider : wider()) {
            if (wider != found && statistics.of(wider).text > FAR_MORE * counts.text) {
                return wider;
            }
        }
        return null;
    }

    /** The main element if it has several sections, of which the found one has less than half of the running text; null otherwise. */
    @Nullable Element ofSections(Element found) {
        Element core = core(statistics);
        if (core == null || core == found || !around(found).contains(core) || statistics.of(found).mainHeadings > 0) {
            return null;
        }
        ElementStatistics counts = statistics.of(found);
        ElementStatistics all = statistics.of(core);
        boolean several = all.prose > FAR_MORE * counts.prose && all.linkDensity() < 0.5;
        return several && counts.proseInLetters() < LONG ? core : null;
    }

    /** The largest element around the main heading that the found one is outside of; null if it is around the heading. */
    private @Nullable Element boxBeside(Element found) {
        Set<Element> around = around(found);
        Element at = mainHeading();
        while (at != null && at.parent() != null && !around.contains(at.parent())) {
            at = at.parent();
        }
        return at == null || around.contains(at) || around(at).contains(found) ? null : at;
    }

    private boolean isAside(Element found) {
        return around(found).stream().anyMatch(each -> ASIDE.contains(each.normalName()));
    }

    private List<Element> wider() {
        Element core = core(statistics);
        Element box = boxOfHeading();
        return core != null ? List.of(core) : box != null ? List.of(box, body) : List.of(body);
    }

    private @Nullable Element mainHeading() {
        return statistics.elements().stream()
                .filter(each -> each.normalName().equals("h1") && statistics.of(each).text > 0)
                .findFirst()
                .orElse(null);
    }

    /** The smallest element around the main heading that has most of the page's words. */
    private @Nullable Element boxOfHeading() {
        Element at = mainHeading();
        while (at != null && at != body && statistics.of(at).text < statistics.of(body).text / 2) {
            at = at.parent();
        }
        return at;
    }
}
