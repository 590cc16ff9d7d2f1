package io.eventjobs.page.extraction;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The main content of a page: what it is about, without boilerplate.
 *
 * @param roots elements of the content in the order of the page, none within another; empty if the page has no text
 * @param dropped elements below the roots that are no content; by identity
 */
public record MainContent(List<Element> roots, Set<Element> dropped) {
    /** Extracts it; the page is not changed. */
    public static MainContent of(Element body) {
        return new ContentSearch(body).find();
    }

    /** Content whose elements are known, without what is hidden in them. */
    public static MainContent ofParts(List<Element> parts) {
        Set<Element> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
        parts.forEach(part -> Pruning.unseen(part, dropped));
        return new MainContent(List.copyOf(parts), dropped);
    }
}
