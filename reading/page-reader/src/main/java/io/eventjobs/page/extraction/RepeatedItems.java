package io.eventjobs.page.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Siblings of one make that hold running text each: posts of a thread, answers, entries of a live blog, frames of a page. Where
 * one of them is content, all of them are.
 */
final class RepeatedItems {
    /** Elements that are of one make though nobody named them. */
    private static final Set<String> NAMELESS = Set.of("article", "section", "li", "tr", "dd");

    /** Names that say where something stands, not what it is. */
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

    /** The element and its peers, in the order of the page; the element alone if it has none. */
    static List<Element> of(Element one, TextStatistics measures) {
        Element parent = one.parent();
        if (parent == null || parent.childrenSize() < 2 || parent.childrenSize() > MAX_SIBLINGS) {
            return List.of(one);
        }
        Set<String> make = make(one);
        boolean named = !make.isEmpty();
        if (!named && !NAMELESS.contains(one.normalName())) {
            return ofOneShape(one, parent, measures);
        }
        List<Element> peers = new ArrayList<>();
        for (Element sibling : parent.children()) {
            boolean alike = sibling.normalName().equals(one.normalName())
                    && (named
                            ? make(sibling).stream().anyMatch(make::contains)
                            : make(sibling).isEmpty());
            if (sibling == one || alike && isText(measures.of(sibling), measures.of(one))) {
                peers.add(sibling);
            }
        }
        return peers;
    }

    /** Boxes that nobody named, built of much the same parts: at least three, or they are what they are by chance. */
    private static List<Element> ofOneShape(Element one, Element parent, TextStatistics measures) {
        Set<String> shape = shape(one);
        if (inner(one).childrenSize() < 2 || !one.normalName().equals("div")) {
            return List.of(one);
        }
        List<Element> peers = new ArrayList<>();
        for (Element sibling : parent.children()) {
            boolean alike = sibling.normalName().equals("div")
                    && make(sibling).isEmpty()
                    && isAlike(shape(sibling), shape)
                    && isText(measures.of(sibling), measures.of(one));
            if (sibling == one || alike) {
                peers.add(sibling);
            }
        }
        return peers.size() < MIN_OF_ONE_SHAPE ? List.of(one) : peers;
    }

    /** The tags of its parts, each once; of boxes around a box those of the inner one. */
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

    /** Whether most parts that one of them has are parts of the other. */
    private static boolean isAlike(Set<String> shape, Set<String> other) {
        int common = 0;
        for (String part : shape) {
            common += other.contains(part) ? 1 : 0;
        }
        return common >= 0.6 * (shape.size() + other.size() - common);
    }

    /** Running text of its own, rather than a card that leads to some. */
    private static boolean isText(ElementStatistics measure, ElementStatistics one) {
        boolean text = measure.prose > 0 && measure.linkDensity() < 0.3 && measure.prose >= measure.text * 0.25;
        boolean card = measure.headings > 0 && measure.linked >= 10 && measure.prose < Math.min(400, one.prose / 3);
        return text && !card;
    }

    private static Set<String> make(Element element) {
        String names = element.className();
        Set<String> make = new HashSet<>();
        if (names.length() <= MAX_NAMES_LENGTH) {
            for (String name : names.toLowerCase(Locale.ROOT).split("\\s+")) {
                if (name.length() >= 3
                        && !LAYOUT.contains(name)
                        && !name.startsWith("col-")
                        && !name.startsWith("col_")) {
                    make.add(name);
                }
            }
        }
        if (element.hasAttr("itemtype")) {
            make.add(element.attr("itemtype"));
        }
        return make;
    }
}
