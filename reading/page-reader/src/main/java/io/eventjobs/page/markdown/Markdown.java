package io.eventjobs.page.markdown;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Elements of a page converted to Markdown.
 *
 * @param text CommonMark with GFM tables, no HTML, no line break at its end; empty if there was nothing to write
 * @param images that stand in the text, in their order
 */
public record Markdown(String text, List<Image> images) {
    /**
     * An image that stands in the text.
     *
     * @param address absolute, or a {@code data:} address
     * @param text alternative text, may be empty
     * @param caption may be empty
     */
    public record Image(String address, String text, String caption) {}

    /**
     * Converts elements one after another. Pure; linear in their size.
     *
     * @param roots none within another
     * @param dropped elements below them that are left out; by identity
     */
    public static Markdown of(List<Element> roots, Set<Element> dropped) {
        return MarkdownWriter.of(roots, dropped);
    }
}
