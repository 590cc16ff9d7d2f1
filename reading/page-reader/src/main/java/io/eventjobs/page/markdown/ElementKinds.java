package io.eventjobs.page.markdown;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Classifies elements for the writer: lists, notes, elements to skip. */
final class ElementKinds {
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

    private ElementKinds() {}

    static boolean isList(Element element) {
        return LISTS.contains(element.normalName());
    }

    static boolean isNote(Element element) {
        return !element.normalName().equals("p") && (element.hasClass("admonition") || element.hasClass("callout"));
    }

    static boolean isNoteTitle(Element element) {
        return element.hasClass("admonition-title") || element.hasClass("callout-title");
    }

    static boolean isUnwritten(Element element) {
        return UNWRITTEN.contains(element.normalName());
    }
}
