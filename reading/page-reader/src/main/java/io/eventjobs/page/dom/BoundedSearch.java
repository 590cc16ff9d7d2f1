package io.eventjobs.page.dom;

import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** Searches only the first {@value #MAX_EXAMINED} nodes below an element, so that many searches stay linear in total. */
public final class BoundedSearch {
    private static final int MAX_EXAMINED = 120;

    private BoundedSearch() {}

    /** The first match in document order, which may be the element itself; null if there is none. */
    public static @Nullable Element first(Element in, Predicate<Element> wanted) {
        Element[] found = new Element[1];
        int[] looked = new int[1];
        NodeTraversor.filter(
                (Node node, int depth) -> {
                    if (node instanceof Element element && wanted.test(element)) {
                        found[0] = element;
                        return FilterResult.STOP;
                    }
                    return ++looked[0] > MAX_EXAMINED ? FilterResult.STOP : FilterResult.CONTINUE;
                },
                in);
        return found[0];
    }
}
