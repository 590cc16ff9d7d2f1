package io.eventjobs.page.markdown;

import io.eventjobs.markdown.Escape;
import java.util.List;
import java.util.stream.Stream;
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
        String sign = delimiter == Style.Delimiter.STRONG ? "**" : delimiter == Style.Delimiter.EMPHASIZED ? "*" : "~~";
        Span whole = Span.stripped(text);
        if (isRead(whole, marked, around, closed)) {
            return whole.between(sign);
        }
        int start = edge(from, to, 1, marked);
        int end = edge(to - 1, from - 1, -1, marked);
        return Stream.of(
                        whole.withoutPunctuation(start, 0),
                        whole.withoutPunctuation(0, end),
                        whole.withoutPunctuation(start, end))
                .filter(span -> isRead(span, marked, around, closed))
                .findFirst()
                .map(span -> span.between(sign))
                .orElse(text);
    }

    /** Whether CommonMark would read delimiters around the span. */
    private static boolean isRead(Span span, int marked, Neighbours around, boolean closed) {
        int before = span.before().isEmpty()
                ? around.before()
                : span.before().codePointBefore(span.before().length());
        int after = span.after().isEmpty() ? around.after() : span.after().codePointAt(0);
        return !span.core().isEmpty()
                && !(closed && span.before().isEmpty())
                && Flanking.opens(before, span.core())
                && !(isWithinEmphasis(marked) && Flanking.ends(before, span.core()))
                && Flanking.closes(span.core(), after);
    }

    /** How much of the first text of these runs can be punctuation at the edge: none if it is code, an image or a link. */
    private int edge(int from, int to, int step, int marked) {
        int at = from;
        while (at != to && runs.get(at).isBlank()) {
            at += step;
        }
        if (at == to) {
            return 0;
        }
        InlineRun run = runs.get(at);
        boolean isLink = run.style().link() != null && (marked & 1 << Style.Delimiter.LINK.ordinal()) == 0;
        return run.raw() || isLink ? 0 : run.text().strip().length();
    }

    /** Text to be emphasized, and what stays outside of the delimiters. */
    private record Span(String before, String core, String after) {
        static Span stripped(String text) {
            String core = text.strip();
            int start = text.indexOf(core);
            return new Span(text.substring(0, start), core, text.substring(start + core.length()));
        }

        /**
         * Leaves punctuation at the edges outside: CommonMark reads no delimiter between a letter and punctuation, so in languages
         * without spaces a quoted word could not be emphasized.
         *
         * @param maxAtStart characters that are not markup
         */
        Span withoutPunctuation(int maxAtStart, int maxAtEnd) {
            int start = Flanking.leadingPunctuation(core, maxAtStart);
            int end = Flanking.trailingPunctuation(core, start, maxAtEnd);
            return new Span(before + core.substring(0, start), core.substring(start, end), core.substring(end) + after);
        }

        String between(String sign) {
            return before + sign + core + sign + after;
        }
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

    private static boolean isWithinEmphasis(int marked) {
        return (marked & (1 << Style.Delimiter.STRONG.ordinal() | 1 << Style.Delimiter.EMPHASIZED.ordinal())) != 0;
    }
}
