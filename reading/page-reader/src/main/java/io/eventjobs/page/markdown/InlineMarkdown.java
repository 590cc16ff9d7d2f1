package io.eventjobs.page.markdown;

import io.eventjobs.markdown.Escape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the runs of a line with emphasis and links: the longest span outermost, and delimiters only where CommonMark would recognize them.
 */
final class InlineMarkdown {
    private final List<InlineRun> runs;

    private InlineMarkdown(List<InlineRun> runs) {
        this.runs = runs;
    }

    static String of(List<InlineRun> runs) {
        return new InlineMarkdown(runs)
                .write(0, runs.size(), 0, new Neighbours('\n', '\n'))
                .strip();
    }

    /** The characters before and after, ignoring emphasis marks. */
    private record Neighbours(int before, int after) {}

    private String write(int from, int to, int marked, Neighbours around) {
        StringBuilder out = new StringBuilder();
        int at = from;
        boolean closed = false;
        while (at < to) {
            Style.Delimiter delimiter = widest(at, to, marked);
            int end = delimiter == null ? at + 1 : reach(at, to, delimiter);
            int before = out.isEmpty() ? around.before() : out.codePointBefore(out.length());
            if (delimiter == null) {
                out.append(separated(runs.get(at).markdown(after(at)), at, out));
                closed = false;
            } else {
                Neighbours inside = new Neighbours(before, end < to ? firstOf(end, marked) : around.after());
                String text = marked(at, end, marked, delimiter, inside, closed);
                out.append(separated(text, at, out));
                closed = endsWithMark(text);
            }
            at = end;
        }
        return out.toString();
    }

    /**
     * Separates text where adjacent Markdown would merge: "!" before a link would make it an image, and touching code spans would become
     * one.
     */
    private String separated(String text, int at, StringBuilder out) {
        int last = out.length() - 1;
        if (last >= 0 && text.startsWith("[") && out.charAt(last) == '!') {
            out.insert(last, '\\');
        }
        boolean touches = last >= 0
                && text.startsWith("`")
                && out.charAt(last) == '`'
                && runs.get(at - 1).raw();
        return touches ? " " + text : text;
    }

    /** The part of the following text that matters: delimiters between two runs may turn out to be omitted. */
    private String after(int at) {
        StringBuilder after = new StringBuilder();
        for (int i = at + 1; i < runs.size() && after.length() < Escape.MAX_ENTITY_LENGTH; i++) {
            String text = runs.get(i).text();
            after.append(text, 0, Math.min(text.length(), Escape.MAX_ENTITY_LENGTH));
        }
        return after.toString();
    }

    private Style.@Nullable Delimiter widest(int at, int to, int marked) {
        Style.Delimiter widest = null;
        int max = 0;
        for (Style.Delimiter delimiter : Style.Delimiter.values()) {
            boolean open = (marked & 1 << delimiter.ordinal()) == 0;
            if (open && runs.get(at).style().has(delimiter)) {
                int reach = reach(at, to, delimiter) - at;
                if (reach > max) {
                    max = reach;
                    widest = delimiter;
                }
            }
        }
        return widest;
    }

    private int reach(int from, int to, Style.Delimiter delimiter) {
        Style first = runs.get(from).style();
        int end = from + 1;
        while (end < to && first.shares(delimiter, runs.get(end).style())) {
            end++;
        }
        return end;
    }

    private String marked(int from, int to, int marked, Style.Delimiter delimiter, Neighbours around, boolean closed) {
        int inner = marked | 1 << delimiter.ordinal();
        if (delimiter == Style.Delimiter.LINK) {
            return link(from, to, inner);
        }
        String text = write(from, to, inner, around);
        String core = text.strip();
        int start = text.indexOf(core);
        String before = text.substring(0, start);
        String after = text.substring(start + core.length());
        String sign = delimiter == Style.Delimiter.STRONG ? "**" : delimiter == Style.Delimiter.EMPHASIZED ? "*" : "~~";
        boolean reads = !core.isEmpty()
                && !(closed && before.isEmpty())
                && opens(before.isEmpty() ? around.before() : ' ', core)
                && !(isWithinEmphasis(marked) && ends(before.isEmpty() ? around.before() : ' ', core))
                && closes(core, after.isEmpty() ? around.after() : ' ');
        return reads ? before + sign + core + sign + after : text;
    }

    private String link(int from, int to, int inner) {
        Style.Link link = runs.get(from).style().link();
        String text = write(from, to, inner, new Neighbours('[', ']'));
        String core = text.strip();
        if (core.isEmpty() || link == null) {
            return text;
        }
        int start = text.indexOf(core);
        return text.substring(0, start) + "[" + core + "](" + link.target() + ")"
                + text.substring(start + core.length());
    }

    /** The first character written for a run, or a delimiter if one will precede it. */
    private int firstOf(int at, int marked) {
        InlineRun run = runs.get(at);
        if (run.style().link() != null && (marked & 1) == 0) {
            return run.isBlank() || Character.isWhitespace(run.text().charAt(0)) ? ' ' : '[';
        }
        return run.text().codePointAt(0);
    }

    private static boolean endsWithMark(String text) {
        int last = text.length() - 1;
        return text.endsWith("*") && !isEscaped(text, last) || text.endsWith("~~") && !isEscaped(text, last - 1);
    }

    /** Two backslashes before a character are an escaped backslash, so the character itself is not escaped. */
    private static boolean isEscaped(String text, int at) {
        int signs = 0;
        while (signs < at && text.charAt(at - 1 - signs) == '\\') {
            signs++;
        }
        return signs % 2 == 1;
    }

    /** CommonMark's rule for a left-flanking delimiter run. */
    private static boolean opens(int before, String core) {
        int next = core.codePointAt(beyondMarks(core, 0, 1));
        return !isSpace(next) && (!isPunctuation(next) || isSpace(before) || isPunctuation(before));
    }

    private static boolean isWithinEmphasis(int marked) {
        return (marked & (1 << Style.Delimiter.STRONG.ordinal() | 1 << Style.Delimiter.EMPHASIZED.ordinal())) != 0;
    }

    /** Whether an opening delimiter could be read as closing the enclosing emphasis. */
    private static boolean ends(int before, String core) {
        int next = core.codePointAt(beyondMarks(core, 0, 1));
        return !isSpace(before) && (!isPunctuation(before) || isPunctuation(next));
    }

    /** CommonMark's rule for a right-flanking delimiter run. */
    private static boolean closes(String core, int after) {
        int last = core.codePointBefore(beyondMarks(core, core.length() - 1, -1) + 1);
        return !isSpace(last) && (!isPunctuation(last) || isSpace(after) || isPunctuation(after));
    }

    private static int beyondMarks(String core, int from, int step) {
        int at = from;
        while (at + step >= 0 && at + step < core.length() && core.charAt(at) == '*') {
            at += step;
        }
        return at;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }
}
