package io.eventjobs.page.facts;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A line of a page as a reader sees it.
 *
 * @param block that the line stands in
 * @param marks elements within the line that set words apart: a label may be one
 */
public record PageLine(Element block, String text, List<Link> links, List<Mark> marks) {
    /** A link in a line, from one character to before another. */
    record Link(int start, int end, String address, String text) {}

    /** Words that an element sets apart. */
    record Mark(int start, int end) {}

    public List<Link> linksIn(int start, int end) {
        return links.stream()
                .filter(link -> link.start() >= start && link.end() <= end)
                .toList();
    }

    /** Whether one link makes up the line. */
    boolean isLink() {
        return links.size() == 1 && links.getFirst().end() - links.getFirst().start() >= text.length() - 1;
    }
}
