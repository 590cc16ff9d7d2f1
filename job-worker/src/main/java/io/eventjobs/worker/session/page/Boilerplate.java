package io.eventjobs.worker.session.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Takes out what is no content on any page: navigation, scripts, forms, banners, and everything that readers do not see. */
final class Boilerplate {
    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "canvas",
            "nav",
            "input",
            "select",
            "button",
            "textarea",
            "dialog",
            "object",
            "embed",
            "applet",
            "head",
            "link",
            "meta");
    private static final Set<String> OUTER_ONLY = Set.of("header", "footer", "aside");
    private static final Set<String> ROLES = Set.of(
            "navigation",
            "banner",
            "contentinfo",
            "complementary",
            "search",
            "dialog",
            "alertdialog",
            "menu",
            "menubar",
            "toolbar");
    private static final Pattern UNLIKELY = Pattern.compile(
            "(?:^|[\\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|cookies?|consent|gdpr|share|sharing|social|comments?|disqus"
                    + "|related|recommend(?:ed|ations)?|sidebar|newsletter|subscribe|advert|ads?|adsense|sponsor(?:ed)?|promo"
                    + "|popup|modal|overlay|pagination|pager|skip-?link|footer|masthead|site-?header|toolbar|widget|banner"
                    + "|outbrain|taboola|print-?only|screen-?reader|sr-only|visually-?hidden|byline-?share|tags?-?list)(?:$|[\\s_-])");
    private static final Pattern LIKELY = Pattern.compile(
            "article|abstract|description|entry|post-?body|story|(?:^|[\\s_-])(?:main|content|body|event|session|talk)(?:$|[\\s_-])");
    private static final Pattern UNSEEN = Pattern.compile(
            "display\\s*:\\s*none|visibility\\s*:\\s*hidden|font-size\\s*:\\s*0(?:px|em|rem|%)?\\s*(?:;|$)"
                    + "|(?:left|top|text-indent)\\s*:\\s*-\\d{3,}|opacity\\s*:\\s*0\\s*(?:;|$)");

    private Boilerplate() {}

    /** Removes it, in one pass. */
    static void removeFrom(Element root) {
        List<Node> gone = new ArrayList<>();
        NodeTraversor.filter(
                (node, depth) -> {
                    if (node instanceof Comment
                            || node instanceof Element element && element != root && isNoContent(element)) {
                        gone.add(node);
                        return NodeFilter.FilterResult.SKIP_ENTIRELY;
                    }
                    return NodeFilter.FilterResult.CONTINUE;
                },
                root);
        gone.forEach(Node::remove);
    }

    /** Whether a reader sees nothing of it. */
    static boolean isUnseen(Element element) {
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true") && !element.hasText()
                || UNSEEN.matcher(shortened(element.attr("style")).toLowerCase(Locale.ROOT))
                        .find();
    }

    private static boolean isNoContent(Element element) {
        String name = element.normalName();
        if (name.equals("body") || name.equals("html") || name.equals("main") || name.equals("article")) {
            return false;
        }
        if (DROPPED.contains(name) || isUnseen(element) || ROLES.contains(element.attr("role"))) {
            return true;
        }
        if (OUTER_ONLY.contains(name)) {
            return !isWithinArticle(element);
        }
        String hints = (shortened(element.className()) + " " + shortened(element.id())).toLowerCase(Locale.ROOT);
        return UNLIKELY.matcher(hints).find() && !LIKELY.matcher(hints).find();
    }

    private static boolean isWithinArticle(Element element) {
        Element parent = element.parent();
        for (int up = 0; parent != null && up < 4; up++) {
            if (parent.normalName().equals("article")) {
                return true;
            }
            parent = parent.parent();
        }
        return false;
    }

    private static String shortened(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
