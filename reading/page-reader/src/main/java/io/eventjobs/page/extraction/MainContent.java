package io.eventjobs.page.extraction;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The main content of a page, without boilerplate.
 *
 * @param roots elements of the content in document order, none inside another; empty if the page has no text
 * @param dropped elements below the roots that are not content; compared by identity
 */
public record MainContent(List<Element> roots, Set<Element> dropped) {
    /** Extracts the main content without modifying the page. */
    public static MainContent of(Element body) {
        return new ContentSearch(body).find();
    }

    /** Content whose elements are known, without hidden elements. */
    public static MainContent ofParts(List<Element> parts) {
        Set<Element> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
        parts.forEach(part -> Pruning.unseen(part, dropped));
        return new MainContent(List.copyOf(parts), dropped);
    }
}
