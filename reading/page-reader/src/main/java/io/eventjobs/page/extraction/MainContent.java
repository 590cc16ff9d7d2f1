package io.eventjobs.page.extraction;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The part of a page that it is about.
 *
 * @param roots what belongs to it, in the order of the page, none within another; empty if the page holds no text
 * @param dropped elements below the roots that do not belong to it; by identity
 */
public record MainContent(List<Element> roots, Set<Element> dropped) {
    /** Finds it. Nothing of the page is changed. */
    public static MainContent of(Element body) {
        return new ContentSearch(body).find();
    }

    /** The parts that are known to be it, without what a reader does not see of them. */
    public static MainContent ofParts(List<Element> parts) {
        Set<Element> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
        parts.forEach(part -> Pruning.unseen(part, dropped));
        return new MainContent(List.copyOf(parts), dropped);
    }
}
