package io.eventjobs.page.facts;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A line of a page as a reader sees it.
 *
 * @param block the element that the line is in
 * @param marks inline elements with emphasized text, which may be a label
 */
public record PageLine(Element block, String text, List<Link> links, List<Mark> marks) {
    /** A link in a line, from character {@code start} to {@code end} (exclusive). */
    record Link(int start, int end, String address, String text) {}

    /** Text that an element emphasizes. */
    record Mark(int start, int end) {}

    public List<Link> linksIn(int start, int end) {
        return links.stream()
                .filter(link -> link.start() >= start && link.end() <= end)
                .toList();
    }

    /** Whether the whole line is one link. */
    boolean isLink() {
        return links.size() == 1 && links.getFirst().end() - links.getFirst().start() >= text.length() - 1;
    }
}
