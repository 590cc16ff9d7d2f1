package io.eventjobs.markdown.segment;

import io.eventjobs.markdown.Escape;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * A text that is translated as a unit: a paragraph, a heading or a table cell.
 *
 * @param text readable text on one line, with {@link Placeholders} for everything else
 * @param originals the Markdown that each placeholder stands for
 * @param shape markup of the segment, which a translation must preserve
 * @param context where the segment occurs
 */
public record Segment(String text, Map<String, String> originals, List<String> shape, Context context) {
    /** The context of a segment, which decides what must be escaped. */
    enum Context {
        /** At the start of a Markdown line. */
        LINE,
        /** Inside a Markdown line. */
        INLINE,
        /** In a table cell. */
        CELL,
        /** In text without markup. */
        PLAIN
    }

    public Segment {
        originals = Map.copyOf(originals);
        shape = List.copyOf(shape);
    }

    /** Whether the text contains more than one letter outside placeholders. */
    public boolean hasWords() {
        return Placeholders.removed(text)
                        .codePoints()
                        .filter(Character::isLetter)
                        .count()
                > 1;
    }

    /** A translation as Markdown for this context: text escaped, placeholders replaced by the originals. */
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

    /** Whether a translation, written as Markdown, has the same markup as the segment. */
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
        // A backslash does not keep a backtick from ending a code span, which one in the text before may begin.
        String escaped = Escape.text(line).replace("\\`", "&#96;");
        if (context == Context.CELL) {
            escaped = escaped.replace("|", "\\|");
        }
        // "!" directly before a link would make it an image.
        written.append(
                escaped.endsWith("!") && before.startsWith("[")
                        ? escaped.substring(0, escaped.length() - 1) + "\\!"
                        : escaped);
    }
}
