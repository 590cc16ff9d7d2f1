package io.eventjobs.standalone.client;

import java.util.regex.Pattern;

/**
 * Text for a terminal, without the characters that control one: what hosts, pages and servers say reaches the terminal of an operator. The
 * one place that knows them.
 */
public final class TerminalText {
    /** C0 without line breaks and tabs, DEL, C1, and the marks that change the direction of text. */
    private static final String CONTROLS =
            "[\\p{Cntrl}&&[^\n\r\t\u001b]]|[\u0080-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]";

    /** The styles that our own messages and help have; all else, such as concealed text, is none of ours. */
    private static final String STYLE = "\\[(?:0|1|3|4|2[1-4]|3[0-79]|9[0-7])?(?:;(?:0|1|3|4|2[1-4]|3[0-79]|9[0-7]))*m";

    private static final Pattern UNSTYLED = Pattern.compile("\u001b|" + CONTROLS);
    private static final Pattern UNSAFE = Pattern.compile("\u001b(?!" + STYLE + ")|" + CONTROLS);
    private static final String REPLACEMENT = "\ufffd";

    private TerminalText() {}

    /** Lines, tabs and our own styles remain; anything else that controls a terminal becomes U+FFFD. */
    public static String safe(String text) {
        return UNSAFE.matcher(text).replaceAll(REPLACEMENT);
    }

    /** A value of a server on one line, without any style. */
    public static String line(String text) {
        return UNSTYLED.matcher(text.replaceAll("[\\r\\n\\t\\u2028\\u2029]+", " "))
                .replaceAll(REPLACEMENT)
                .strip();
    }

    /** The same JSON with such characters escaped, which stand in strings only, so that it says the same. */
    public static String json(String json) {
        return UNSTYLED.matcher(json)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }
}
