package io.eventjobs.page.dom;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Tells block elements from inline ones. */
public final class BlockElements {
    private static final Set<String> INLINE = Set.of(
            "a",
            "abbr",
            "acronym",
            "amp-img",
            "b",
            "bdi",
            "bdo",
            "big",
            "br",
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
            "math",
            "meter",
            "nobr",
            "output",
            "picture",
            "progress",
            "q",
            "rb",
            "relative-time",
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
            "time-ago",
            "tt",
            "u",
            "var",
            "wbr");

    private BlockElements() {}

    /** Unknown elements count as blocks: custom elements are usually components of a page rather than parts of a sentence. */
    public static boolean isBlock(Element element) {
        return !INLINE.contains(element.normalName());
    }

    /** One to six; 0 if the element is not a heading. */
    public static int headingLevel(Element element) {
        String name = element.normalName();
        boolean heading = name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
        return heading ? name.charAt(1) - '0' : 0;
    }
}
