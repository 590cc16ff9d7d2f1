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

    /** The markup language of a text. */
    public enum Markup {
        HTML,
        MARKDOWN,
        /** Line breaks and empty lines only. */
        PLAIN
    }

    /** For a source that does not declare the markup: guesses it from the text. */
    static Prose guessed(String text) {
        String start = text.length() > MAX_EXAMINED_CHARACTERS ? text.substring(0, MAX_EXAMINED_CHARACTERS) : text;
        if (TAG.matcher(start).find()) {
            return new Prose(text, Markup.HTML);
        }
        return MARK.matcher(start).find()
                ? new Prose(text, Markup.MARKDOWN)
                : new Prose(CharacterReferences.decoded(text), Markup.PLAIN);
    }

    /** For a source whose authors write Markdown, though some write HTML. */
    static Prose written(String text) {
        Prose guess = guessed(text);
        return guess.markup() == Markup.HTML && !MARK.matcher(text).find() ? guess : new Prose(text, Markup.MARKDOWN);
    }
}
