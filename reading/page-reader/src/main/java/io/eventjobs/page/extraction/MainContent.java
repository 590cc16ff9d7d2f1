package io.eventjobs.page.extraction;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The main content of a page, without boilerplate.
 *
 * @param roots elements of the content in document order, none inside another; empty if the page has no text
 * @param rules the elements that are not content, each with the rule that dropped it; compared by identity
 */
public record MainContent(List<Element> roots, Map<Element, DropRule> rules) {
    /** Extracts the main content without modifying the page. */
    public static MainContent of(Element body) {
        return new ContentSearch(body).find();
    }

    /** Content whose elements are known, without hidden elements. */
    public static MainContent ofParts(List<Element> parts) {
        DroppedElements dropped = new DroppedElements();
        parts.forEach(part -> Pruning.unseen(part, dropped));
        return new MainContent(List.copyOf(parts), dropped.rules());
    }

    /** The elements below the roots that are not content; compared by identity. */
    public Set<Element> dropped() {
        return rules.keySet();
    }
}
