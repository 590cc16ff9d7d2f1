package io.eventjobs.page.dom;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/**
 * Whether a reader sees an element, as far as the element's own markup tells. Hidden text is not content; this also excludes text that is
 * meant for machines only.
 */
public final class Visibility {
    private static final int MAX_STYLE_LENGTH = 1_000;
    private static final Set<String> UNSEEN_TAGS = Set.of(
            "script", "style", "noscript", "template", "head", "title", "link", "meta", "base", "datalist", "noframes");
    private static final TokenSet UNSEEN_WORDS = TokenSet.of(
            "sr-only",
            "visually-hidden",
            "visuallyhidden",
            "visually_hidden",
            "screen-reader-text",
            "screenreader",
            "screen-reader",
            "element-invisible",
            "offscreen",
            "off-screen",
            "u-hidden",
            "is-hidden",
            "assistive-text",
            "a11y-hidden");

    private Visibility() {}

    /** Whether the element itself is not displayed; the parser writes names of attributes in lower case; its ancestors are not examined. */
    public static boolean isUnseen(Element element) {
        if (UNSEEN_TAGS.contains(element.normalName())) {
            return !isFormula(element);
        }
        if (element.attributesSize() == 0) {
            return false;
        }
        Attributes attributes = element.attributes();
        return attributes.hasKey("hidden") && !attributes.get("hidden").equals("until-found")
                || attributes.get("aria-hidden").equalsIgnoreCase("true")
                || element.normalName().equals("input")
                        && attributes.get("type").equalsIgnoreCase("hidden")
                || hasUnseenStyle(attributes.get("style"))
                || UNSEEN_WORDS.hasOneOf(attributes.get("class"));
    }

    /** Scripts that MathJax replaces by a formula. */
    private static boolean isFormula(Element element) {
        return element.normalName().equals("script") && element.attr("type").startsWith("math/");
    }

    private static boolean hasUnseenStyle(String style) {
        if (style.isEmpty()) {
            return false;
        }
        String text =
                style.substring(0, Math.min(style.length(), MAX_STYLE_LENGTH)).toLowerCase(Locale.ROOT);
        boolean offScreen = false;
        boolean positioned = false;
        for (String declaration : text.split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String property = declaration.substring(0, colon).strip();
                String value = declaration
                        .substring(colon + 1)
                        .replace("!important", "")
                        .strip();
                if (hides(property, value)) {
                    return true;
                }
                positioned |= property.equals("position") && (value.equals("absolute") || value.equals("fixed"));
                offScreen |= (property.equals("left")
                                || property.equals("top")
                                || property.equals("right")
                                || property.equals("bottom"))
                        && isFarOut(value);
            }
        }
        return positioned && offScreen;
    }

    private static boolean hides(String property, String value) {
        return switch (property) {
            case "display" -> value.equals("none");
            case "visibility" -> value.equals("hidden") || value.equals("collapse");
            case "opacity", "font-size" -> isZero(value);
            case "text-indent" -> isFarOut(value);
            case "clip" -> value.replace(" ", "").startsWith("rect(0,0,0,0") || value.startsWith("rect(1px");
            default -> false;
        };
    }

    private static boolean isZero(String value) {
        boolean zero = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= '1' && c <= '9') {
                return false;
            }
            zero |= c == '0';
        }
        return zero;
    }

    /** A negative offset of about a thousand pixels moves an element out of view. */
    private static boolean isFarOut(String value) {
        if (!value.startsWith("-")) {
            return false;
        }
        int digits = 0;
        while (digits + 1 < value.length() && Character.isDigit(value.charAt(digits + 1))) {
            digits++;
        }
        return digits >= 4 || digits == 3 && !value.endsWith("px");
    }
}
