package io.eventjobs.worker.session.page;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text and addresses as they may stand in Markdown: what the page says is shown, never obeyed. */
public final class MarkdownText {
    private static final String SPECIAL = "\\`*_[]<>~|";
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    private MarkdownText() {}

    /** Escapes everything that Markdown would take for markup, wherever in a line it comes to stand. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0 || isEntityStart(text, i)) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** As {@link #escaped}, and safe as the beginning of a line too: no heading, list, quote or rule begins by chance. */
    public static String escapedLine(String text) {
        return guardedStart(escaped(text));
    }

    /** Escapes what would make this text, already escaped inside, a block of its own. */
    static String guardedStart(String line) {
        if (line.isEmpty()) {
            return line;
        }
        char first = line.charAt(0);
        if (first == '#' || first == '+' || first == '-' || first == '=') {
            return "\\" + line;
        }
        int digits = 0;
        while (digits < line.length()
                && digits < 10
                && Character.digit(line.charAt(digits), 10) >= 0
                && line.charAt(digits) < 128) {
            digits++;
        }
        boolean numbered =
                digits > 0 && digits < line.length() && (line.charAt(digits) == '.' || line.charAt(digits) == ')');
        return numbered ? line.substring(0, digits) + "\\" + line.substring(digits) : line;
    }

    /** An address between the parentheses of a link; null if it is not one that a document may link to. */
    public static @Nullable String target(String address) {
        String clean = address.strip();
        int colon = clean.indexOf(':');
        if (colon <= 0 || !SCHEMES.contains(clean.substring(0, colon).toLowerCase(Locale.ROOT))) {
            return null;
        }
        String encoded = clean.replace(" ", "%20")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("\\", "%5C")
                .replaceAll("\\p{Cntrl}", "");
        boolean simple = encoded.indexOf('(') < 0 && encoded.indexOf(')') < 0;
        return simple ? encoded : "<" + encoded + ">";
    }

    private static boolean isEntityStart(String text, int at) {
        return text.charAt(at) == '&'
                && at + 1 < text.length()
                && (text.charAt(at + 1) == '#' || Character.isLetter(text.charAt(at + 1)));
    }
}
