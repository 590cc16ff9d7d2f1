package io.eventjobs.page.markdown;

import io.eventjobs.markdown.Escape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Gathers the inline text of a block, with white space collapsed as in a browser, until the block ends. */
final class InlineBuffer {
    private final List<List<InlineRun>> lines = new ArrayList<>();
    private List<InlineRun> line = new ArrayList<>();
    private StringBuilder words = new StringBuilder();
    private Style set = Style.PLAIN;
    private boolean spaced = true;
    private int length;
    /** Updated with each run: examining all runs at every line break would be quadratic for a page of breaks. */
    private boolean textInLine;

    private boolean textInEarlierLines;

    /** Text of the page. */
    void words(String text, Style style) {
        if (!style.equals(set)) {
            settle();
            set = style;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                if (!spaced) {
                    words.append(' ');
                    spaced = true;
                }
            } else if (!isUnseen(c)) {
                words.append(c);
                length++;
                spaced = false;
            }
        }
    }

    /** Markdown that is not escaped again; ignored if empty, as for code without characters. */
    void raw(String markdown, Style style) {
        if (markdown.isEmpty()) {
            return;
        }
        settle();
        add(new InlineRun(markdown, true, style));
        length++;
        spaced = false;
    }

    /** The number of characters ever gathered, without white space. */
    int length() {
        return length;
    }

    /** A line break; true if it is the second in a row, which ends the paragraph. */
    boolean lineBreak() {
        settle();
        boolean twice = !textInLine;
        lines.add(line);
        line = new ArrayList<>();
        textInEarlierLines |= textInLine;
        textInLine = false;
        spaced = true;
        return twice && lines.size() > 1;
    }

    boolean isEmpty() {
        settle();
        return !textInLine && !textInEarlierLines;
    }

    /** Returns a paragraph with the page's line breaks and clears the buffer. */
    String paragraph() {
        StringBuilder paragraph = new StringBuilder();
        for (String each : taken(style -> style)) {
            paragraph.append(paragraph.isEmpty() ? "" : "\\\n").append(Escape.lineStart(each));
        }
        return paragraph.toString();
    }

    /** Returns everything on one line and clears the buffer. */
    String oneLine(UnaryOperator<Style> set) {
        return String.join(" ", taken(set));
    }

    private List<String> taken(UnaryOperator<Style> change) {
        settle();
        lines.add(line);
        List<String> written = new ArrayList<>();
        for (List<InlineRun> each : lines) {
            String text = InlineMarkdown.of(each.stream()
                    .map(run -> new InlineRun(run.text(), run.raw(), change.apply(run.style())))
                    .toList());
            if (!text.isEmpty()) {
                written.add(text);
            }
        }
        lines.clear();
        line = new ArrayList<>();
        textInLine = false;
        textInEarlierLines = false;
        spaced = true;
        return written;
    }

    private void settle() {
        if (!words.isEmpty()) {
            add(new InlineRun(words.toString(), false, set));
            words = new StringBuilder();
        }
    }

    private void add(InlineRun run) {
        line.add(run);
        textInLine |= !run.isBlank();
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u2028' || c == '\u2029' || c == '\u0085' || Character.isSpaceChar(c);
    }

    /** Invisible characters that affect others: soft hyphens, direction marks, control characters. */
    private static boolean isUnseen(char c) {
        return c == '\u200b'
                || c == '\u00ad'
                || c == '\ufeff'
                || c == '\u2060'
                || c >= '\u202a' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069'
                || Character.isISOControl(c);
    }
}
