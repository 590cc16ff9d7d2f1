package io.eventjobs.document.block;

import io.eventjobs.markdown.Escape;
import io.eventjobs.markdown.LinkTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rich text as one line of Markdown. */
final class RichTextMarkdown {
    private RichTextMarkdown() {}

    /** A heading is emphasized as a whole, so only its links, its formulas and what is struck through are kept. */
    static String ofHeading(RichText line) {
        List<Span> plain = line.spans().stream()
                .map(span -> span.style() == Span.Style.MATH || span.style() == Span.Style.STRUCK
                        ? span
                        : new Span(span.text(), Span.Style.PLAIN, span.address()))
                .toList();
        StringBuilder text = new StringBuilder();
        List<Span> spans = new RichText(plain).spans();
        for (int i = 0; i < spans.size(); i++) {
            append(text, spans.get(i), i + 1 == spans.size() ? null : spans.get(i + 1));
        }
        return CleanText.oneLine(text.toString());
    }

    /** A formula that stands alone is set off. */
    static String ofParagraph(RichText line) {
        boolean isFormula = line.spans().stream()
                .allMatch(span -> span.style() == Span.Style.MATH || span.text().isBlank());
        return isFormula && !line.isBlank() ? "$$" + math(CleanText.oneLine(line.words())) + "$$" : of(line);
    }

    static String of(RichText line) {
        StringBuilder text = new StringBuilder();
        List<Span> spans = line.spans();
        for (int i = 0; i < spans.size(); i++) {
            append(text, spans.get(i), i + 1 == spans.size() ? null : spans.get(i + 1));
        }
        String whole = text.toString().strip();
        boolean begins = !spans.isEmpty()
                && spans.getFirst().style() == Span.Style.PLAIN
                && spans.getFirst().address() == null;
        return begins ? Escape.lineStart(whole) : whole;
    }

    private static void append(StringBuilder text, Span span, @Nullable Span next) {
        String words = CleanText.spaced(span.text());
        String core = words.strip();
        if (core.isEmpty()) {
            text.append(words);
            return;
        }
        String before = words.startsWith(" ") ? " " : "";
        String after = words.endsWith(" ") ? " " : "";
        boolean begins = text.isEmpty() || !before.isEmpty() || text.charAt(text.length() - 1) == ' ';
        boolean ends = next == null || !after.isEmpty() || next.text().startsWith(" ");
        boolean free =
                (begins || isWordy(core.codePointAt(0))) && (ends || isWordy(core.codePointBefore(core.length())));
        text.append(before)
                .append(linked(marked(core, span.style(), free), span.address()))
                .append(after);
    }

    private static boolean isWordy(int c) {
        return Character.isLetterOrDigit(c);
    }

    /** @param free whether emphasis marks would be recognized here; inside a word they are not */
    private static String marked(String words, Span.Style style, boolean free) {
        String escaped = Escape.text(words);
        return switch (style) {
            case PLAIN -> escaped;
            case BOLD -> free ? "**" + escaped + "**" : escaped;
            case ITALIC -> free ? "*" + escaped + "*" : escaped;
            case CODE -> words.indexOf('`') < 0 ? "`" + words + "`" : escaped;
            case STRUCK -> free ? "~~" + escaped + "~~" : escaped;
            case MATH -> "$" + math(words) + "$";
        };
    }

    /** TeX in which nothing is markup to a program that does not know of it. */
    static String math(String tex) {
        return tex.replace("<", "\\lt ")
                .replace(">", "\\gt ")
                .replace("`", "'")
                .replace("*", "\\ast ")
                .replace("](", "]{}(")
                .replace("][", "]{}[")
                .replace("]:", "]{}:");
    }

    private static String linked(String text, @Nullable String address) {
        String target = address == null ? null : LinkTarget.of(address);
        return target == null ? text : "[" + text + "](" + target + ")";
    }
}
