package io.eventjobs.page.markdown;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Elements of a page converted to Markdown.
 *
 * @param text CommonMark with GFM tables, no HTML, no trailing line break; empty if there was nothing to write
 * @param images in the text, in order
 */
public record Markdown(String text, List<Image> images) {
    /**
     * An image in the text.
     *
     * @param address absolute, or a {@code data:} address
     * @param text alternative text, possibly empty
     */
    public record Image(String address, String text) {}

    /**
     * Converts elements one after another. Pure; linear in their size.
     *
     * @param roots none inside another
     * @param dropped elements below the roots that are left out; compared by identity
     */
    public static Markdown of(List<Element> roots, Set<Element> dropped) {
        return MarkdownWriter.of(roots, dropped);
    }
}
