package io.eventjobs.document.pdf.layout;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The marker of a list item.
 *
 * @param number null for a bullet
 * @param length in characters at the start of the text, including the following space
 */
record ListMarker(@Nullable Integer number, int length) {
    /** All kinds of bullets, including private-use characters of symbol fonts. */
    private static final String BULLETS =
            "[\\u2022\\u2023\\u2043\\u2219\\u25a0-\\u25ff\\u00b7\\u2713\\u2714\\u2717\\u2718\\u2729-\\u274b\\u274d-\\u2752\\u2756"
                    + "\\u2192\\u21d2\\u21e8\\u27a1-\\u27be\\u2794\\u2605\\u2606\\u261e\\u2726\\u2b1b\\u2b1c\\u2666\\u29bf\\u29eb\\u2b25\\u2b27\\u204c\\u204d\\ue000-\\uf8ff]";

    private static final Pattern BULLET =
            Pattern.compile("^(?:" + BULLETS + "\\s*|[-–—*o+>»]\\s+|\\u00a7\\s+(?=\\p{L}))(?=\\S)");
    private static final Pattern NUMBER = Pattern.compile("^\\(?(\\d{1,3})[.)]\\s+(?=\\S)");
    private static final Pattern ALONE = Pattern.compile("^(?:" + BULLETS + "|[-–—*o+>»]|\\(?\\d{1,3}[.)])$");

    /** The marker at the start of a text. */
    static Optional<ListMarker> of(String text) {
        Matcher number = NUMBER.matcher(text);
        if (number.find()) {
            return Optional.of(new ListMarker(Integer.valueOf(number.group(1)), number.end()));
        }
        Matcher bullet = BULLET.matcher(text);
        return bullet.find() ? Optional.of(new ListMarker(null, bullet.end())) : Optional.empty();
    }

    /** Whether a text consists only of a marker, which belongs to the text to its right. */
    static boolean isAlone(String text) {
        return ALONE.matcher(text.strip()).matches();
    }

    boolean isBullet() {
        return number == null;
    }
}
