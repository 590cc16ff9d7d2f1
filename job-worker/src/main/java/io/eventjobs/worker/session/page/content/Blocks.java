package io.eventjobs.worker.session.page.content;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Which elements begin a line of their own. */
final class Blocks {
    private static final Set<String> INLINE = Set.of(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "button",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "img",
            "input",
            "ins",
            "kbd",
            "label",
            "mark",
            "meter",
            "nobr",
            "output",
            "picture",
            "progress",
            "q",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "select",
            "small",
            "source",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "svg",
            "time",
            "tt",
            "u",
            "var",
            "wbr",
            "br",
            "math",
            "time-ago",
            "relative-time");

    private Blocks() {}

    /** Unknown elements are blocks: they are components of a page, not marks in a sentence. */
    static boolean isBlock(Element element) {
        return !INLINE.contains(element.normalName());
    }
}
