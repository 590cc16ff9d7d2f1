package io.eventjobs.worker.session.page.markdown;

import java.util.Set;
import org.jsoup.nodes.Element;

/** What elements are to the writer. */
final class Tags {
    private static final Set<String> INLINE = Set.of(
            "a",
            "abbr",
            "acronym",
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
            "relative-time",
            "time-ago");
    private static final Set<String> LISTS = Set.of("ul", "ol", "menu", "dir", "dl");
    private static final Set<String> UNWRITTEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "title",
            "link",
            "meta",
            "base",
            "svg",
            "canvas",
            "object",
            "embed",
            "applet",
            "select",
            "button",
            "textarea",
            "datalist",
            "map",
            "rp",
            "noframes",
            "param",
            "track");

    private Tags() {}

    static boolean isBlock(Element element) {
        return !INLINE.contains(element.normalName());
    }

    static boolean isList(Element element) {
        return LISTS.contains(element.normalName());
    }

    static boolean isUnwritten(Element element) {
        return UNWRITTEN.contains(element.normalName());
    }

    static int headingLevel(Element element) {
        String name = element.normalName();
        boolean heading = name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
        return heading ? name.charAt(1) - '0' : 0;
    }
}
