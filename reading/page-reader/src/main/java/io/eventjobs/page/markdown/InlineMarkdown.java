package io.eventjobs.page.markdown;

import io.eventjobs.markdown.Escape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the pieces of one line with their marks, nested as far as they reach, and only where Markdown would read them as such. */
final class InlineMarkdown {
    private final List<InlineRun> pieces;

    private InlineMarkdown(List<InlineRun> pieces) {
        this.pieces = pieces;
    }

    static String of(List<InlineRun> pieces) {
        return new InlineMarkdown(pieces)
                .write(0, pieces.size(), 0, new Surroundings('\n', '\n'))
                .strip();
    }

    /** The characters before and after, marks of emphasis apart. */
    private record Surroundings(int before, int after) {}

    private String write(int from, int to, int marked, Surroundings around) {
        StringBuilder out = new StringBuilder();
        int at = from;
        boolean closed = false;
        while (at < to) {
            Style.Mark mark = widest(at, to, marked);
            int end = mark == null ? at + 1 : reach(at, to, mark);
            int before = out.isEmpty() ? around.before() : out.codePointBefore(out.length());
            if (mark == null) {
                out.append(separated(pieces.get(at).markdown(after(at)), at, out));
                closed = false;
            } else {
                Surroundings inside = new Surroundings(before, end < to ? firstOf(end, marked) : around.after());
                String text = marked(at, end, marked, mark, inside, closed);
                out.append(separated(text, at, out));
                closed = endsWithMark(text);
            }
            at = end;
        }
        return out.toString();
    }

    /** An exclamation mark before a link would make an image of it; two spans of code that touch would be none. */
    private String separated(String text, int at, StringBuilder out) {
        int last = out.length() - 1;
        if (last >= 0 && text.startsWith("[") && out.charAt(last) == '!') {
            out.insert(last, '\\');
        }
        boolean touches = last >= 0
                && text.startsWith("`")
                && out.charAt(last) == '`'
                && pieces.get(at - 1).raw();
        return touches ? " " + text : text;
    }

    /** As much of the following text as matters: marks between two pieces can turn out to be left away. */
    private String after(int at) {
        StringBuilder after = new StringBuilder();
        for (int i = at + 1; i < pieces.size() && after.length() < Escape.MAX_ENTITY_LENGTH; i++) {
            String text = pieces.get(i).text();
            after.append(text, 0, Math.min(text.length(), Escape.MAX_ENTITY_LENGTH));
        }
        return after.toString();
    }

    private Style.@Nullable Mark widest(int at, int to, int marked) {
        Style.Mark widest = null;
        int max = 0;
        for (Style.Mark mark : Style.Mark.values()) {
            boolean open = (marked & 1 << mark.ordinal()) == 0;
            if (open && pieces.get(at).style().has(mark)) {
                int reach = reach(at, to, mark) - at;
                if (reach > max) {
                    max = reach;
                    widest = mark;
                }
            }
        }
        return widest;
    }

    private int reach(int from, int to, Style.Mark mark) {
        Style first = pieces.get(from).style();
        int end = from + 1;
        while (end < to && first.shares(mark, pieces.get(end).style())) {
            end++;
        }
        return end;
    }

    private String marked(int from, int to, int marked, Style.Mark mark, Surroundings around, boolean closed) {
        int inner = marked | 1 << mark.ordinal();
        if (mark == Style.Mark.LINK) {
            return link(from, to, inner);
        }
        String text = write(from, to, inner, around);
        String core = text.strip();
        int start = text.indexOf(core);
        String before = text.substring(0, start);
        String after = text.substring(start + core.length());
        String sign = mark == Style.Mark.STRONG ? "**" : mark == Style.Mark.EMPHASIZED ? "*" : "~~";
        boolean reads = !core.isEmpty()
                && !(closed && before.isEmpty())
                && opens(before.isEmpty() ? around.before() : ' ', core)
                && !(isWithinEmphasis(marked) && ends(before.isEmpty() ? around.before() : ' ', core))
                && closes(core, after.isEmpty() ? around.after() : ' ');
        return reads ? before + sign + core + sign + after : text;
    }

    private String link(int from, int to, int inner) {
        Style.Link link = pieces.get(from).style().link();
        String text = write(from, to, inner, new Surroundings('[', ']'));
        String core = text.strip();
        if (core.isEmpty() || link == null) {
            return text;
        }
        int start = text.indexOf(core);
        return text.substring(0, start) + "[" + core + "](" + link.target() + ")"
                + text.substring(start + core.length());
    }

    /** The first character that comes out of a piece, or a mark where one will stand. */
    private int firstOf(int at, int marked) {
        InlineRun piece = pieces.get(at);
        if (piece.style().link() != null && (marked & 1) == 0) {
            return piece.isBlank() || Character.isWhitespace(piece.text().charAt(0)) ? ' ' : '[';
        }
        return piece.text().codePointAt(0);
    }

    private static boolean endsWithMark(String text) {
        int last = text.length() - 1;
        return text.endsWith("*") && !isEscaped(text, last) || text.endsWith("~~") && !isEscaped(text, last - 1);
    }

    /** Two backslashes before a character are a backslash, and escape nothing. */
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
        return (marked & (1 << Style.Mark.STRONG.ordinal() | 1 << Style.Mark.EMPHASIZED.ordinal())) != 0;
    }

    /** Whether a mark that opens could be read as the end of the emphasis around it. */
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
