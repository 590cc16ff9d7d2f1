package io.eventjobs.markdown.segment;

import io.eventjobs.markdown.Escape;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * A text that is translated as a unit: a paragraph, a heading, a cell of a table.
 *
 * @param text as a person reads it, on one line, with {@link Placeholders} for everything else
 * @param originals what each mark stands for, as it is written
 * @param shape of the markup of it, to be found again in its translation
 * @param place where it stands
 */
public record Segment(String text, Map<String, String> originals, List<String> shape, Context context) {
    /** Where a segment stands, which decides what must be escaped. */
    enum Context {
        /** At the beginning of a line of Markdown. */
        LINE,
        /** Within a line of Markdown. */
        INLINE,
        /** In a table. */
        CELL,
        /** In text without markup. */
        PLAIN
    }

    public Segment {
        originals = Map.copyOf(originals);
        shape = List.copyOf(shape);
    }

    /** Whether there is a word in it. */
    public boolean hasWords() {
        return Placeholders.removed(text)
                        .codePoints()
                        .filter(Character::isLetter)
                        .count()
                > 1;
    }

    /** A translation as Markdown for this context: its words are escaped, its placeholders replaced by what they stand for. */
    public String written(String translated) {
        StringBuilder written = new StringBuilder(translated.length() + 64);
        Matcher marks = Placeholders.MARK.matcher(translated);
        int end = 0;
        while (marks.find()) {
            String original = originals.getOrDefault(marks.group(), "");
            append(written, translated.substring(end, marks.start()), original);
            written.append(original);
            end = marks.end();
        }
        append(written, translated.substring(end), "");
        String line = written.toString().strip();
        boolean beginsWithWords = context == Context.LINE
                && !Placeholders.MARK.matcher(translated.strip()).lookingAt();
        return beginsWithWords ? Escape.lineStart(line) : line;
    }

    /** Whether a translation, as it is written, still has the markup of its text. */
    public boolean keepsShape(String written) {
        String line = context == Context.CELL ? written.replace("\\|", "|") : written;
        return context == Context.PLAIN || shape.equals(MarkdownSegmenter.shape(line));
    }

    private void append(StringBuilder written, String words, String before) {
        String line = words.replaceAll("\\s+", " ");
        if (context == Context.PLAIN) {
            written.append(line);
            return;
        }
        String escaped = Escape.text(line);
        if (context == Context.CELL) {
            escaped = escaped.replace("|", "\\|");
        }
        // An exclamation mark before a link would make a picture of it.
        written.append(
                escaped.endsWith("!") && before.startsWith("[")
                        ? escaped.substring(0, escaped.length() - 1) + "\\!"
                        : escaped);
    }
}
