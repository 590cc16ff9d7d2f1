package io.eventjobs.page.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Sibling elements of the same kind with running text in each: posts of a thread, answers, entries of a live blog, slides. If one of them
 * is content, all are.
 */
final class RepeatedItems {
    /** Elements that commonly repeat without a class. */
    private static final Set<String> NAMELESS = Set.of("article", "section", "li", "tr", "dd");

    /** Class names that describe layout only. */
    private static final Set<String> LAYOUT = Set.of(
            "row",
            "container",
            "wrapper",
            "wrap",
            "clearfix",
            "cf",
            "grid",
            "column",
            "columns",
            "cell",
            "inner",
            "left",
            "right",
            "first",
            "last",
            "full",
            "half",
            "box",
            "small",
            "large",
            "active",
            "hidden",
            "visible",
            "even",
            "odd");

    private static final int MAX_NAMES_LENGTH = 400;
    private static final int MAX_WRAPPERS = 3;
    private static final int MAX_SHAPE_LENGTH = 12;
    private static final int MIN_OF_ONE_SHAPE = 3;
    private static final int MAX_SIBLINGS = 5_000;

    private RepeatedItems() {}

    /** The element and its similar siblings in document order; the element alone if there are none. */
    static List<Element> of(Element one, TextStatistics statistics) {
        Element parent = one.parent();
        if (parent == null || parent.childrenSize() < 2 || parent.childrenSize() > MAX_SIBLINGS) {
            return List.of(one);
        }
        Set<String> classes = classes(one);
        boolean named = !classes.isEmpty();
        if (!named && !NAMELESS.contains(one.normalName())) {
            return ofOneShape(one, parent, statistics);
        }
        List<Element> items = new ArrayList<>();
        for (Element sibling : parent.children()) {
            boolean alike = sibling.normalName().equals(one.normalName())
                    && (named
                            ? classes(sibling).stream().anyMatch(classes::contains)
                            : classes(sibling).isEmpty());
            if (sibling == one || alike && isText(statistics.of(sibling), statistics.of(one))) {
                items.add(sibling);
            }
        }
        return items;
    }

    /** Siblings without class names, built of similar parts. At least three are required, since two can be similar by chance. */
    private static List<Element> ofOneShape(Element one, Element parent, TextStatistics statistics) {
        Set<String> shape = shape(one);
        if (inner(one).childrenSize() < 2 || !one.normalName().equals("div")) {
            return List.of(one);
        }
        List<Element> items = new ArrayList<>();
        for (Element sibling : parent.children()) {
            boolean alike = sibling.normalName().equals("div")
                    && classes(sibling).isEmpty()
                    && isAlike(shape(sibling), shape)
                    && isText(statistics.of(sibling), statistics.of(one));
            if (sibling == one || alike) {
                items.add(sibling);
            }
        }
        return items.size() < MIN_OF_ONE_SHAPE ? List.of(one) : items;
    }

    /** The distinct tag names of its children; wrappers around a single child are skipped. */
    private static Set<String> shape(Element element) {
        Set<String> shape = new HashSet<>();
        for (Element part : inner(element).children()) {
            if (shape.size() < MAX_SHAPE_LENGTH) {
                shape.add(part.normalName());
            }
        }
        return shape;
    }

    private static Element inner(Element element) {
        Element at = element;
        for (int level = 0; level < MAX_WRAPPERS && at.childrenSize() == 1; level++) {
            at = at.child(0);
        }
        return at;
    }

    /** Whether most parts of either occur in both. */
    private static boolean isAlike(Set<String> shape, Set<String> other) {
        int common = 0;
        for (String part : shape) {
            common += other.contains(part) ? 1 : 0;
        }
        return common >= 0.6 * (shape.size() + other.size() - common);
    }

    /** Whether it has running text of its own, as opposed to a teaser that links to an article. */
    private static boolean isText(ElementStatistics counts, ElementStatistics one) {
        boolean text = counts.prose > 0 && counts.linkDensity() < 0.3 && counts.prose >= counts.text * 0.25;
        boolean card = counts.headings > 0 && counts.linked >= 10 && counts.prose < Math.min(400, one.prose / 3);
        return text && !card;
    }

    private static Set<String> classes(Element element) {
        String names = element.className();
        Set<String> classes = new HashSet<>();
        if (names.length() <= MAX_NAMES_LENGTH) {
            for (String name : names.toLowerCase(Locale.ROOT).split("\\s+")) {
                if (name.length() >= 3
                        && !LAYOUT.contains(name)
                        && !name.startsWith("col-")
                        && !name.startsWith("col_")) {
                    classes.add(name);
                }
            }
        }
        if (element.hasAttr("itemtype")) {
            classes.add(element.attr("itemtype"));
        }
        return classes;
    }
}
