package io.eventjobs.worker.session.attachment.block;

import io.eventjobs.worker.session.page.MarkdownText;
import io.eventjobs.worker.session.page.markdown.Escape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes running text on one line of Markdown. */
final class LineMarkdown {
    private LineMarkdown() {}

    static String of(Line line) {
        StringBuilder text = new StringBuilder();
        List<Span> spans = line.spans();
        for (int i = 0; i < spans.size(); i++) {
            append(text, spans.get(i), i + 1 == spans.size() ? null : spans.get(i + 1));
        }
        String whole = text.toString().strip();
        boolean begins = !spans.isEmpty()
                && spans.getFirst().look() == Span.Look.PLAIN
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
        boolean free = (text.isEmpty() || !before.isEmpty() || text.toString().endsWith(" "))
                && (next == null || !after.isEmpty() || next.text().startsWith(" "));
        text.append(before).append(linked(marked(core, span.look(), free), span.address())).append(after);
    }

    /** Marks within a word are read differently by every program: there they are left out. */
    private static String marked(String words, Span.Look look, boolean free) {
        String escaped = MarkdownText.escaped(words);
        return switch (look) {
            case PLAIN -> escaped;
            case BOLD -> free ? "**" + escaped + "**" : escaped;
            case ITALIC -> free ? "*" + escaped + "*" : escaped;
            case CODE -> words.indexOf('`') < 0 ? "`" + words + "`" : escaped;
        };
    }

    private static String linked(String text, @Nullable String address) {
        String target = address == null ? null : MarkdownText.target(address);
        return target == null ? text : "[" + text + "](" + target + ")";
    }
}
