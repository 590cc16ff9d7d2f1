package io.eventjobs.markdown.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Placeholders for parts of a text that must not be translated: {@code ⟦1⟧} for a single item, {@code ⟦2⟧} and {@code ⟦/2⟧} around
 * translatable text. No script uses these brackets; those that occur in a text become placeholders too.
 */
public final class Placeholders {
    /** A placeholder; its number is the first group. */
    static final Pattern MARK = Pattern.compile("⟦/?([0-9]{1,4})⟧");

    /** Parts of a text that are not words and must be preserved literally. */
    private static final Pattern FIXED = Pattern.compile(
            // Footnotes, heading anchors, task list boxes, formulas, web and mail addresses, @mentions, emoji names,
            // times of day, our own
            // brackets.
            "(?<!\\\\)\\[\\^[^\\]\\s]{1,60}\\]:?"
                    + "|(?<!\\\\)\\{[#.][\\w:.-]{1,60}\\}"
                    + "|^\\[[ xX]\\](?= )"
                    + "|(?<!\\\\)\\${1,2}(?=[^$\\n]{0,4000}[\\\\^_{}=])[^$\\n]{1,4000}\\${1,2}"
                    + "|(?:https?|ftp)://[^\\s<>⟦⟧]{0,2000}[^\\s<>⟦⟧.,;:!?)\\]}'\"»“”*_]"
                    + "|(?<![\\w@])(?:[\\w-]{1,60}\\.){1,6}[a-z]{2,20}/[^\\s<>⟦⟧]{0,500}[^\\s<>⟦⟧.,;:!?)\\]}'\"»“”*_]"
                    + "|[\\w.+-]{1,60}@[\\w-]{1,60}(?:\\.[\\w-]{1,60}){1,6}"
                    + "|(?<![\\w@])@\\w[\\w.-]{0,60}\\w"
                    + "|(?<![\\w:]):[a-z][a-z0-9_+-]{1,40}:(?!\\w)"
                    + "|(?<![\\w:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![\\w:])"
                    + "|[⟦⟧]");

    private Placeholders() {}

    /** The parts of a text to be replaced by placeholders, in order. */
    static List<MatchResult> fixed(String text) {
        return mayHoldFixed(text) ? FIXED.matcher(text).results().toList() : List.of();
    }

    /** A cheap test, since most texts contain only words and the full search tries many alternatives at each character. */
    private static boolean mayHoldFixed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("@/$:⟦⟧".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return text.contains("[^") || text.contains("{") || text.startsWith("[");
    }

    static String whole(int number) {
        return "⟦" + number + "⟧";
    }

    static String opening(int number) {
        return "⟦" + number + "⟧";
    }

    static String closing(int number) {
        return "⟦/" + number + "⟧";
    }

    /** The text without placeholders. */
    public static String removed(String text) {
        return MARK.matcher(text).replaceAll(" ").strip();
    }

    /** The placeholders of a text, in order. */
    public static List<String> in(String text) {
        return MARK.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The text split at its placeholders, which are included, in order. */
    public static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int end = 0;
        for (MatchResult mark : MARK.matcher(text).results().toList()) {
            parts.add(text.substring(end, mark.start()));
            parts.add(mark.group());
            end = mark.end();
        }
        parts.add(text.substring(end));
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /**
     * Whether a translation preserves the placeholders of its text: the same ones equally often, properly nested and closed, and not empty
     * where they enclose text.
     */
    public static boolean areKept(String text, String translated) {
        List<String> before = new ArrayList<>(in(text));
        List<String> after = new ArrayList<>(in(translated));
        Collections.sort(before);
        Collections.sort(after);
        return before.equals(after) && areNested(translated, before) && !hasStrayBracket(translated);
    }

    private static boolean areNested(String text, List<String> sorted) {
        Deque<String> open = new ArrayDeque<>();
        Matcher matcher = MARK.matcher(text);
        int end = 0;
        String last = "";
        while (matcher.find()) {
            String mark = matcher.group();
            boolean closes = mark.startsWith("⟦/");
            if (closes) {
                String opening = opening(Integer.parseInt(matcher.group(1)));
                boolean isEmpty = last.equals(opening)
                        && text.substring(end, matcher.start()).isBlank();
                if (isEmpty || !opening.equals(open.poll())) {
                    return false;
                }
            } else if (sorted.contains(closing(Integer.parseInt(matcher.group(1))))) {
                open.push(mark);
            }
            last = mark;
            end = matcher.end();
        }
        return open.isEmpty();
    }

    private static boolean hasStrayBracket(String text) {
        String rest = MARK.matcher(text).replaceAll("");
        return rest.indexOf('⟦') >= 0 || rest.indexOf('⟧') >= 0;
    }
}
