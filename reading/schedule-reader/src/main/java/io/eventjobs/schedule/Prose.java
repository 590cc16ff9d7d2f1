package io.eventjobs.schedule;

import java.util.regex.Pattern;

/** A text and its markup. */
public record Prose(String text, Markup markup) {
    private static final int MAX_EXAMINED_CHARACTERS = 50_000;
    private static final Pattern TAG = Pattern.compile(
            "</?(?:p|br|ul|ol|li|em|strong|b|i|a|h[1-6]|div|span|code|pre|blockquote|img|table)(?:\\s[^<>]{0,500})?/?>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MARK = Pattern.compile(
            "\\]\\(https?://|\\*\\*[^*\\s]|^#{1,6} \\S|^\\s{0,3}[*+-] \\S|^\\s{0,3}1\\. \\S|^```|`[^`\\n]+`",
            Pattern.MULTILINE);

    /** How a text is marked up. */
    public enum Markup {
        HTML,
        MARKDOWN,
        /** Lines and empty lines are all there is. */
        PLAIN
    }

    /** A text of a source that does not say: told by its marks. */
    static Prose guessed(String text) {
        String start = text.length() > MAX_EXAMINED_CHARACTERS ? text.substring(0, MAX_EXAMINED_CHARACTERS) : text;
        if (TAG.matcher(start).find()) {
            return new Prose(text, Markup.HTML);
        }
        return new Prose(text, MARK.matcher(start).find() ? Markup.MARKDOWN : Markup.PLAIN);
    }

    /** A text of a source whose authors write Markdown; some write HTML in it. */
    static Prose written(String text) {
        Prose guess = guessed(text);
        return guess.markup() == Markup.HTML && !MARK.matcher(text).find() ? guess : new Prose(text, Markup.MARKDOWN);
    }
}
