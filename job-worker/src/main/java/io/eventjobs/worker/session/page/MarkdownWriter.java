package io.eventjobs.worker.session.page;

import java.util.ArrayList;
import java.util.List;

/** Gathers the blocks of one frame: running text until a block ends it, white space as HTML has it. */
final class MarkdownWriter {
    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean space;

    /** Text of the page; it is escaped. */
    void words(String text) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0') {
                flush(word);
                space = true;
            } else if (!Character.isISOControl(c) && c != '\u200b' && c != '\ufeff') {
                word.append(c);
            }
        }
        flush(word);
    }

    /** Markdown within the line. */
    void inline(String markdown) {
        if (!markdown.isEmpty()) {
            separate();
            line.append(markdown);
        }
    }

    /** Text between delimiters, which must touch it; white space around it stays outside. */
    void emphasized(String delimiter, String content) {
        String inner = content.strip();
        if (inner.isEmpty()) {
            return;
        }
        boolean doubled = inner.startsWith(delimiter) || inner.endsWith(delimiter) || inner.contains("\n");
        boolean glued = !space
                && !line.isEmpty()
                && Character.isLetterOrDigit(line.charAt(line.length() - 1))
                && !Character.isLetterOrDigit(inner.charAt(0));
        inline(doubled || glued ? inner : delimiter + inner + delimiter);
        space |= content.endsWith(" ");
    }

    void lineBreak() {
        if (!line.isEmpty()) {
            line.append("\\\n");
            space = false;
        }
    }

    /** The running text is over. */
    void endBlock() {
        String text = withoutTrailingBreaks(line.toString());
        if (!text.isBlank()) {
            blocks.add(guarded(text));
        }
        line.setLength(0);
        space = false;
    }

    /** A block of its own. */
    void block(String markdown) {
        endBlock();
        if (!markdown.isBlank()) {
            blocks.add(markdown.stripTrailing());
        }
    }

    /** One item of a list. */
    void item(String markdown) {
        block(markdown);
    }

    /** All blocks, apart by blank lines. */
    String blocks() {
        endBlock();
        return String.join("\n\n", blocks);
    }

    /** All blocks as a list: items of one line stand close together. */
    String list() {
        endBlock();
        boolean tight = blocks.stream().noneMatch(block -> block.contains("\n\n"));
        return String.join(tight ? "\n" : "\n\n", blocks);
    }

    /** Everything on one line. */
    String line() {
        boolean trailing = space;
        endBlock();
        String joined = String.join(" ", blocks).replace("\\\n", " ").replace('\n', ' ');
        return trailing && !joined.isEmpty() ? joined + " " : joined;
    }

    private void flush(StringBuilder word) {
        if (word.isEmpty()) {
            return;
        }
        separate();
        line.append(MarkdownText.escaped(word.toString()));
        word.setLength(0);
    }

    private void separate() {
        boolean begins = line.isEmpty() || line.charAt(line.length() - 1) == '\n';
        if (space && !begins) {
            line.append(' ');
        }
        space = false;
    }

    private static String guarded(String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            lines[i] = MarkdownText.guardedStart(lines[i]);
        }
        return String.join("\n", lines);
    }

    private static String withoutTrailingBreaks(String text) {
        String rest = text.stripTrailing();
        while (rest.endsWith("\\") && !rest.endsWith("\\\\")) {
            rest = rest.substring(0, rest.length() - 1).stripTrailing();
        }
        return rest;
    }
}
