package io.eventjobs.page.markdown;

import io.eventjobs.page.dom.BlockElements;
import io.eventjobs.page.dom.BoundedSearch;
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
            "embed",
            "applet",
            "select",
            "textarea",
            "datalist",
            "map",
            "rp",
            "noframes",
            "param",
            "track");

    private static final Set<String> CONTENT =
            Set.of("table", "p", "ul", "ol", "dl", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6");

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
        return UNWRITTEN.contains(element.normalName()) || element.normalName().equals("button") && !isContent(element);
    }

    /** Whether a button is the heading of what it opens, or is around content. */
    private static boolean isContent(Element button) {
        Element parent = button.parent();
        boolean isHeading = parent != null
                && (BlockElements.headingLevel(parent) > 0
                        || Set.of("summary", "dt", "caption").contains(parent.normalName())
                        || parent.attr("role").equals("heading"));
        return isHeading || BoundedSearch.first(button, each -> CONTENT.contains(each.normalName())) != null;
    }
}
