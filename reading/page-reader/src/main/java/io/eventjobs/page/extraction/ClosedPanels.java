package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.AttributeTokens;
import io.eventjobs.page.dom.BlockElements;
import io.eventjobs.page.dom.BoundedSearch;
import io.eventjobs.page.dom.VisibleText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Recognizes hidden text that a reader opens with a click: panels of accordions and tabs, the second half of a text. */
final class ClosedPanels {
    private static final int MIN_TEXT = 15;
    private static final int MAX_START = 400;
    private static final Set<String> ROLES = Set.of("tab", "button");
    private static final Set<String> PANEL_WORDS = Set.of(
            "accordion",
            "collapse",
            "collapsed",
            "collapsible",
            "panel",
            "tabpanel",
            "pane",
            "tabcontent",
            "faq",
            "answer",
            "toggle",
            "expandable",
            "expander",
            "spoiler",
            "disclosure");
    private static final List<String> TARGETS =
            List.of("aria-controls", "data-target", "data-bs-target", "data-toggle-target");

    private final Set<String> controlled = new HashSet<>();
    private final Set<String> controls = new HashSet<>();

    /** Notes what an element opens. */
    void note(Element element) {
        if (element.attributesSize() == 0) {
            return;
        }
        Attributes attributes = element.attributes();
        for (String attribute : TARGETS) {
            String ids = attributes.get(attribute);
            if (!ids.isEmpty()) {
                addTargets(ids);
            }
        }
        if (isControl(element)) {
            if (element.attr("href").startsWith("#")) {
                addTargets(element.attr("href"));
            }
            if (!element.id().isEmpty()) {
                controls.add(element.id());
            }
        }
    }

    private void addTargets(String ids) {
        for (String id : ids.length() > 500 ? new String[0] : ids.split("\\s+")) {
            controlled.add(id.startsWith("#") ? id.substring(1) : id);
        }
    }

    private static boolean isControl(Element element) {
        if (element.normalName().equals("button")) {
            return true;
        }
        if (element.attributesSize() == 0) {
            return false;
        }
        Attributes attributes = element.attributes();
        return ROLES.contains(attributes.get("role"))
                || attributes.hasKey("aria-expanded")
                || attributes.hasKey("data-toggle")
                || attributes.hasKey("data-bs-toggle")
                || attributes.hasKey("onclick");
    }

    /** Whether a hidden element has running text that a control opens. */
    boolean isPanel(Element hidden, int text, int linked) {
        return text - linked >= MIN_TEXT && linked < text * 0.5 && isOpenedByAClick(hidden) && !isFilledIn(hidden);
    }

    private boolean isOpenedByAClick(Element hidden) {
        if (!hidden.id().isEmpty() && controlled.contains(hidden.id())
                || hidden.attr("role").equals("tabpanel")
                || AttributeTokens.hasOneOf(hidden.attr("aria-labelledby"), controls)) {
            return true;
        }
        Element before = hidden.previousElementSibling();
        Element after = hidden.nextElementSibling();
        return before != null && holdsControl(before)
                || after != null && isMoreControl(after)
                || NameWords.split(hidden.className()).stream().anyMatch(PANEL_WORDS::contains);
    }

    private static boolean holdsControl(Element before) {
        boolean title = BlockElements.headingLevel(before) > 0
                || Set.of("dt", "div", "header", "p").contains(before.normalName());
        return isControl(before)
                || title
                        && VisibleText.of(before, MAX_START).length() < MAX_START
                        && BoundedSearch.first(before, ClosedPanels::isControl) != null;
    }

    /** A control after the hidden half of a text. */
    private static boolean isMoreControl(Element after) {
        return isControl(after) || leadsNowhere(after);
    }

    private static boolean leadsNowhere(Element link) {
        return link.normalName().equals("a")
                && (!link.hasAttr("href")
                        || link.attr("href").equals("#")
                        || link.attr("href").startsWith("javascript:"));
    }

    /** Panels for logging in or ordering something have little but fields. */
    private static boolean isFilledIn(Element hidden) {
        return BoundedSearch.first(
                        hidden,
                        each -> each.normalName().equals("input")
                                        && !Set.of("hidden", "checkbox", "radio")
                                                .contains(each.attr("type"))
                                || each.normalName().equals("textarea")
                                || each.normalName().equals("select"))
                != null;
    }

    /** Hides what a text no longer needs that is shown as a whole: its beginning before it, the link to its end after it. */
    static void removeRest(Element whole) {
        Element after = whole.nextElementSibling();
        if (after != null && leadsNowhere(after)) {
            after.attr("hidden", "");
        }
        Element before = whole.previousElementSibling();
        if (before == null || before.childNodeSize() > MAX_START) {
            return;
        }
        String start = VisibleText.of(before, MAX_START).replaceFirst("\\s*(?:…|\\.\\.\\.).{0,20}$", "");
        if (start.length() >= MIN_TEXT && VisibleText.of(whole, MAX_START + 1).startsWith(start)) {
            before.attr("hidden", "");
        }
    }

    /** Gives the text of buttons that are titles or words of a sentence to the page. */
    void openButton(Element button) {
        Element parent = button.parent();
        if (parent == null) {
            return;
        }
        Element heading = BoundedSearch.first(button, each -> BlockElements.headingLevel(each) > 0);
        if (heading != null || isInHeading(button) || isInSentence(button)) {
            button.clearAttributes();
            button.tagName(heading == null ? "span" : "div");
        } else if (opensNext(button)) {
            button.clearAttributes();
            button.tagName("summary");
        }
    }

    private static boolean isInHeading(Element button) {
        Element at = button.parent();
        for (int up = 0; up < 3 && at != null; up++) {
            if (BlockElements.headingLevel(at) > 0 || at.attr("role").equals("heading")) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }

    /** Whether words stand directly before and after the button. */
    private static boolean isInSentence(Element button) {
        return isWords(button.previousSibling()) && isWords(button.nextSibling());
    }

    private static boolean isWords(@Nullable Node node) {
        return node instanceof TextNode text && text.getWholeText().codePoints().anyMatch(Character::isLetter);
    }

    /** Whether the next element, or the next of the box around the button, is the panel that the button opens. */
    private static boolean opensNext(Element button) {
        String target = button.attr("aria-controls");
        Element parent = button.parent();
        Element next = button.nextElementSibling();
        if (next == null && parent != null) {
            next = parent.nextElementSibling();
        }
        return next != null
                && !target.isEmpty()
                && target.equals(next.id())
                && !next.normalName().equals("nav")
                && VisibleText.of(next, MAX_START).length() >= MIN_TEXT;
    }
}
