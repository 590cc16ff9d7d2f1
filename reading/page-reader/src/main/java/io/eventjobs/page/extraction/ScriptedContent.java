package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.BlockElements;
import io.eventjobs.page.dom.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a script of the page shows, at once or at a click: content that fades in, streamed parts, shadow roots, closed panels, and the
 * page for browsers without scripts if there is no other. What a reader is never meant to see stays hidden.
 */
public final class ScriptedContent implements NodeFilter {
    private static final int MAX_ROUNDS = 3;
    private static final int MIN_TEXT = 200;
    /** A hidden copy of the text, for small screens or for printing, is about as long as the text. */
    private static final double FAR_MORE = 1.5;

    private static final Set<String> FRAME =
            Set.of("nav", "footer", "dialog", "menu", "select", "button", "textarea", "svg");
    private static final Set<String> FRAME_ROLES = Set.of(
            "dialog",
            "alertdialog",
            "menu",
            "menubar",
            "navigation",
            "banner",
            "contentinfo",
            "search",
            "tooltip",
            "listbox",
            "status",
            "alert");
    private static final Set<String> BOX_WORDS = Set.of(
            "modal",
            "dialog",
            "popup",
            "popover",
            "overlay",
            "lightbox",
            "tooltip",
            "menu",
            "submenu",
            "nav",
            "dropdown",
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "newsletter",
            "login",
            "signin",
            "signup",
            "search",
            "share",
            "error",
            "success",
            "message",
            "loading",
            "loader",
            "spinner",
            "toast",
            "sidebar",
            "preview",
            "print",
            "clone",
            "cloned",
            "duplicate");
    private static final Set<String> MACHINE_TAGS = Set.of(
            "script", "style", "template", "head", "title", "link", "meta", "base", "datalist", "noframes", "input");

    private final ClosedPanels panels = new ClosedPanels();
    private final TabLabels tabs = new TabLabels();
    private final List<Hidden> hidden = new ArrayList<>();
    private final List<Element> noscripts = new ArrayList<>();
    private final List<Element> buttons = new ArrayList<>();
    private final List<Element> sizeless = new ArrayList<>();
    private int shown;
    private int withoutScripts;
    private int links;
    private @Nullable Element frame;
    private @Nullable Hidden open;

    private ScriptedContent() {}

    /** An outermost hidden element with the lengths of its text. */
    private static final class Hidden {
        private final Element element;
        private final boolean framed;
        private int text;
        private int linked;

        private Hidden(Element element, boolean framed) {
            this.element = element;
            this.framed = framed;
        }

        private int plain() {
            return text - linked;
        }
    }

    /** Modifies the page. Linear in its size. */
    public static void reveal(Document page) {
        List<Element> templates = new ArrayList<>();
        List<Element> withHidden = new ArrayList<>();
        page.body().traverse((node, depth) -> {
            if (node instanceof Element element) {
                if (element.normalName().equals("template")) {
                    templates.add(element);
                }
                if (element.attributesSize() > 0 && element.attributes().hasKey("hidden")) {
                    withHidden.add(element);
                }
            }
        });
        ShadowRoots.open(templates);
        StreamedParts.move(page, withHidden, templates);
        show(page.body());
        boolean more = true;
        for (int round = 0; round < MAX_ROUNDS && more; round++) {
            ScriptedContent content = new ScriptedContent();
            NodeTraversor.filter(content, page.body());
            more = content.reveal();
            if (!more || round + 1 == MAX_ROUNDS) {
                content.finish();
                content.tabs.write(page);
            }
        }
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            count(text.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element) || MACHINE_TAGS.contains(element.normalName())) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element.normalName().equals("noscript")) {
            noscripts.add(element);
            withoutScripts += element.text().length();
            return FilterResult.SKIP_ENTIRELY;
        }
        panels.note(element);
        if (element.attributesSize() > 0) {
            tabs.note(element);
        }
        if (element.normalName().equals("button") && open == null) {
            buttons.add(element);
        }
        boolean isSizeless =
                element.attributesSize() > 0 && element.attributes().hasKey("style") && isSizeless(element);
        if (isSizeless) {
            sizeless.add(element);
        }
        if (frame == null && depth > 0 && isFrame(element)) {
            frame = element;
        }
        if (open == null && depth > 0 && !isSizeless && Visibility.isUnseen(element)) {
            open = new Hidden(element, frame != null);
            hidden.add(open);
        }
        links += element.normalName().equals("a") && element.hasAttr("href") ? 1 : 0;
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            links -= element.normalName().equals("a") && element.hasAttr("href") ? 1 : 0;
            frame = element == frame ? null : frame;
            open = open != null && element == open.element ? null : open;
        }
        return FilterResult.CONTINUE;
    }

    private void count(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            length += text.charAt(i) > ' ' ? 1 : 0;
        }
        if (open != null) {
            open.text += length;
            open.linked += links > 0 ? length : 0;
        } else if (frame == null && links == 0) {
            shown += length;
        }
    }

    private static boolean isFrame(Element element) {
        return FRAME.contains(element.normalName())
                || element.attributesSize() > 0
                        && (FRAME_ROLES.contains(element.attr("role"))
                                || element.attr("aria-modal").equals("true"));
    }

    private boolean reveal() {
        List<Element> shownNow = new ArrayList<>();
        List<Element> opened = new ArrayList<>();
        int fading = 0;
        for (Hidden one : hidden) {
            fading += isFading(one.element) && !isBox(one) ? one.plain() : 0;
        }
        for (Hidden one : hidden) {
            if (isBox(one)) {
                continue;
            }
            boolean most = one.plain() >= MIN_TEXT && one.plain() > shown * FAR_MORE;
            boolean fades = isFading(one.element) && (fading >= MIN_TEXT && fading > shown || isMoving(one.element));
            if (most || fades) {
                shownNow.add(one.element);
            } else if (panels.isPanel(one.element, one.text, one.linked)) {
                opened.add(one.element);
            }
        }
        shownNow.addAll(opened);
        shownNow.forEach(ScriptedContent::show);
        opened.forEach(ClosedPanels::removeRest);
        return !shownNow.isEmpty();
    }

    private void finish() {
        sizeless.forEach(ScriptedContent::removeOwnText);
        buttons.forEach(panels::openButton);
        if (withoutScripts >= MIN_TEXT && withoutScripts > 3 * shown) {
            noscripts.forEach(each -> each.tagName("div"));
        }
    }

    /** Dialogs, menus and messages, which open over the page or not at all, and copies of the text for search engines. */
    private static boolean isBox(Hidden one) {
        return one.framed
                || one.element.hasAttr("itemscope")
                || NameWords.split(one.element.className() + " " + one.element.id()).stream()
                        .anyMatch(BOX_WORDS::contains);
    }

    private static String style(Element element) {
        return element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    }

    private static boolean isFading(Element element) {
        String style = style(element);
        return style.contains("opacity:0") || style.contains("visibility:hidden");
    }

    private static boolean isMoving(Element element) {
        String style = style(element);
        return style.contains("opacity:0") && (style.contains("transform:") || style.contains("will-change:"));
    }

    private static void show(Element element) {
        if (Visibility.isUnseen(element)) {
            element.removeAttr("hidden").removeAttr("aria-hidden").removeAttr("style");
            element.removeClass("is-hidden").removeClass("u-hidden");
        }
    }

    /** Layout wrappers have no font size so that the space between their children takes no room. */
    private static boolean isSizeless(Element element) {
        String style = style(element);
        return style.contains("font-size:0")
                && !style.contains("display:none")
                && Visibility.isUnseen(element)
                && element.children().stream().anyMatch(BlockElements::isBlock);
    }

    private static void removeOwnText(Element element) {
        element.textNodes().forEach(text -> text.text(""));
        element.removeAttr("style");
    }
}
