package io.eventjobs.page.extraction;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Code, in which names are those of a highlighter or of the code itself, and lines are never boilerplate. */
final class CodeBlocks {
    private static final int FARTHEST = 5;

    private CodeBlocks() {}

    static boolean isCode(Element element) {
        return element.normalName().equals("pre") || element.normalName().equals("code");
    }

    /** Whether an element is code or, a few levels further up, inside code. */
    static boolean isInside(Element element) {
        @Nullable Element at = element;
        for (int up = 0; up < FARTHEST && at != null; up++) {
            if (isCode(at)) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }
}
