package io.eventjobs.page.markdown;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Raised and lowered figures, where Unicode has them: ten to the sixth must not become 106. */
final class Superscripts {
    private static final String PLAIN = "0123456789+-=()n";
    private static final String ABOVE = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
    private static final String BELOW = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";

    private Superscripts() {}

    /** Null where it is a word, a link or too long: that is written as it is. */
    static @Nullable String of(Element element) {
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
            raised.append((element.normalName().equals("sup") ? ABOVE : BELOW).charAt(at));
        }
        return figure ? raised.toString() : null;
    }
}
