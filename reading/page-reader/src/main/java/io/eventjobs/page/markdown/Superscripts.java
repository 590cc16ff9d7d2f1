package io.eventjobs.page.markdown;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Superscript and subscript numbers as Unicode characters, so that 10⁶ does not become 106. */
final class Superscripts {
    private static final String PLAIN = "0123456789+-=()n";
    private static final String ABOVE = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
    private static final String BELOW = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";

    /** A number with letters, or letters that stand for numbers; single ones that end words or mark notes are left out. */
    private static final Pattern EXPONENT =
            Pattern.compile("[-+]?(?:\\d{1,4}[a-z]|[i-nxyz]|[0-9a-zA-Z]{1,3}[-+/][0-9a-zA-Z]{1,3})");

    private static final Pattern BASE = Pattern.compile("(?:\\b[A-Za-z]|\\d|\\))$");

    private Superscripts() {}

    /** Null for words, links and long texts, which are written normally. */
    static @Nullable String of(Element element) {
        return raised(element, element.normalName().equals("sup"));
    }

    /** The number of a footnote: a link alone in a {@code sup} element. Null for all other links. */
    static @Nullable String ofReference(Element link) {
        Element parent = link.parent();
        boolean isReference = parent != null
                && parent.normalName().equals("sup")
                && parent.childrenSize() == 1
                && link.attr("href").contains("#");
        return isReference ? raised(link, true) : null;
    }

    /** An exponent that has no such characters, e.g. {@code ^(2k)}; null for the endings of ordinals, marks and other words. */
    static @Nullable String power(Element element) {
        String text = element.wholeText().strip();
        boolean isPower = element.normalName().equals("sup")
                && element.childNodeSize() == 1
                && element.childrenSize() == 0
                && EXPONENT.matcher(text).matches()
                && element.previousSibling() instanceof TextNode before
                && BASE.matcher(before.getWholeText()).find();
        return !isPower ? null : text.length() == 1 ? "^" + text : "^(" + text + ")";
    }

    private static @Nullable String raised(Element element, boolean isAbove) {
        if (element.childNodeSize() != 1 || element.childrenSize() > 0) {
            return null;
        }
        String text = element.wholeText().strip().replace('−', '-');
        StringBuilder raised = new StringBuilder();
        boolean figure = false;
        for (int i = 0; i < text.length(); i++) {
            int at = PLAIN.indexOf(text.charAt(i));
            if (at < 0 || text.length() > 12) {
                return null;
            }
            figure |= at < 10;
            raised.append((isAbove ? ABOVE : BELOW).charAt(at));
        }
        return figure ? raised.toString() : null;
    }
}
