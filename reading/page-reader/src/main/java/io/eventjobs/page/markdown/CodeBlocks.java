package io.eventjobs.page.markdown;

import io.eventjobs.page.dom.BlockElements;
import io.eventjobs.page.dom.BoundedSearch;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Tells code that is displayed as a block, though its element is an inline one. */
final class CodeBlocks {
    private static final Set<String> INLINE_CODE = Set.of("code", "samp", "kbd", "tt");
    private static final int FARTHEST = 8;

    private CodeBlocks() {}

    /** Whether the element is several lines of code: as its parts or style say, or because nothing else is in its block. */
    static boolean isBlock(Element element, Set<Element> dropped) {
        return INLINE_CODE.contains(element.normalName())
                && (isDisplayedAsBlock(element) || isAlone(element, dropped))
                && CodeText.of(element, dropped)
                                .lines()
                                .filter(line -> !line.isBlank())
                                .limit(2)
                                .count()
                        > 1;
    }

    private static boolean isDisplayedAsBlock(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return style.contains("display:block")
                || style.contains("display:flex")
                || style.contains("display:grid")
                || style.contains("white-space:pre")
                || BoundedSearch.first(element, BlockElements::isBlock) != null;
    }

    private static boolean isAlone(Element element, Set<Element> dropped) {
        Element at = element;
        for (int up = 0; up < FARTHEST && at != null && !BlockElements.isBlock(at); up++) {
            if (hasNeighbours(at, dropped)) {
                return false;
            }
            at = at.parent();
        }
        return true;
    }

    /** Whether other words or elements share its line; blocks before and after it do not. */
    private static boolean hasNeighbours(Element element, Set<Element> dropped) {
        Node before = element.previousSibling();
        Node after = element.nextSibling();
        return isOnLine(before != null && isBlank(before) ? before.previousSibling() : before, dropped)
                || isOnLine(after != null && isBlank(after) ? after.nextSibling() : after, dropped);
    }

    private static boolean isBlank(Node node) {
        return node instanceof TextNode words && words.isBlank();
    }

    private static boolean isOnLine(@Nullable Node node, Set<Element> dropped) {
        return node instanceof TextNode words && !words.isBlank()
                || node instanceof Element other && !BlockElements.isBlock(other) && !dropped.contains(other);
    }
}
