package io.eventjobs.markdown;

/** Escapes text of any origin for Markdown, so that it is displayed literally and never becomes markup. Pure. */
public final class Escape {
    private static final String ALWAYS = "\\`*[]<~";
    /** Length of the longest HTML character reference; at most this much following text matters. */
    public static final int MAX_ENTITY_LENGTH = 33;

    private Escape() {}

    /** Escapes everything that Markdown would take for markup inside a line. */
    public static String text(String text) {
        return text(text, "");
    }

    /** As {@link #text(String)}, and also safe at the start of a line, where text could become a heading, list, quote or rule. */
    public static String line(String text) {
        return lineStart(text(text));
    }

    /**
     * As {@link #text(String)}, for text that is continued.
     *
     * @param after the text that follows, as far as it could complete a character reference
     */
    public static String text(String text, String after) {
        String whole = text + after;
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (ALWAYS.indexOf(c) >= 0 || c == '_' && !isWithinWord(text, i) || c == '&' && isEntity(whole, i)) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** Escapes the start of a line, already escaped inside, that would be read as a heading, a list, a rule or a table. */
    public static String lineStart(String line) {
        if (line.isEmpty()) {
            return line;
        }
        char first = line.charAt(0);
        boolean alone = line.length() == 1 || line.charAt(1) == ' ' || line.charAt(1) == '\t';
        return switch (first) {
            case '+' -> alone ? "\\" + line : line;
            case '-' -> alone || isRule(line) ? "\\" + line : line;
            case '=', '|', ':' -> isRule(line) ? "\\" + line : line;
            case '#' -> isHeading(line) ? "\\" + line : line;
            case '>' -> "\\" + line;
            // A leading space as a character reference cannot start any construct but a paragraph.
            case '[' -> isDefinition(line) ? "&#32;" + line : line;
            default -> numbered(line);
        };
    }

    /** Escapes number signs at the end of a heading, which would be read as a closing sequence. */
    public static String headingEnd(String heading) {
        int end = heading.length();
        while (end > 0 && heading.charAt(end - 1) == '#') {
            end--;
        }
        return end == heading.length() || end > 0 && heading.charAt(end - 1) != ' '
                ? heading
                : heading.substring(0, heading.length() - 1) + "\\#";
    }

    private static boolean isRule(String line) {
        for (int i = 0; i < line.length(); i++) {
            if ("-=|: \t".indexOf(line.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether CommonMark would read a link reference definition, which is not displayed; code in a link can look like one. */
    private static boolean isDefinition(String line) {
        int at = 1;
        while (at < line.length() && line.charAt(at) != '[' && line.charAt(at) != ']') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return line.startsWith("]:", at);
    }

    private static boolean isHeading(String line) {
        int signs = 0;
        while (signs < line.length() && line.charAt(signs) == '#') {
            signs++;
        }
        return signs <= 6 && (signs == line.length() || line.charAt(signs) == ' ' || line.charAt(signs) == '\t');
    }

    private static String numbered(String line) {
        int digits = 0;
        while (digits < line.length() && digits < 10 && line.charAt(digits) >= '0' && line.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits == line.length()) {
            return line;
        }
        char mark = line.charAt(digits);
        boolean ends = digits + 1 == line.length() || line.charAt(digits + 1) == ' ' || line.charAt(digits + 1) == '\t';
        return (mark == '.' || mark == ')') && ends ? line.substring(0, digits) + "\\" + line.substring(digits) : line;
    }

    private static boolean isWithinWord(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    static boolean isEntity(String text, int at) {
        int end = at + 1;
        int limit = Math.min(text.length(), at + MAX_ENTITY_LENGTH);
        while (end < limit && (isPlain(text.charAt(end)) || end == at + 1 && text.charAt(end) == '#')) {
            end++;
        }
        return end > at + 1 && end < text.length() && text.charAt(end) == ';';
    }

    private static boolean isPlain(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
