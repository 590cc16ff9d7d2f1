package io.eventjobs.worker.session.schedule;

import io.eventjobs.markdown.Escape;
import io.eventjobs.page.markdown.Markdown;
import io.eventjobs.schedule.Prose;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Converts prose of a schedule with any markup to the Markdown of documents. It is sanitized like pages: no HTML comes
 * through, and no link but to addresses that documents may link to.
 */
final class ProseMarkdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private ProseMarkdown() {}

    /** @param base address that links in the text are relative to; empty for none */
    static String of(@Nullable Prose prose, String base) {
        if (prose == null) {
            return "";
        }
        return switch (prose.markup()) {
            case HTML -> html(prose.text(), base);
            case MARKDOWN -> markdown(prose.text(), base);
            case PLAIN -> plain(prose.text());
        };
    }

    /** The parser is recursive: text that nests deeper than any author would write is shown as it is. */
    private static String markdown(String text, String base) {
        String html;
        try {
            html = RENDERER.render(PARSER.parse(text));
        } catch (StackOverflowError e) {
            return plain(text);
        }
        return html(html, base);
    }

    private static String html(String html, String base) {
        return Markdown.of(List.of(Jsoup.parseBodyFragment(html, base).body()), Set.of())
                .text();
    }

    /** Keeps line breaks. */
    private static String plain(String text) {
        return text.lines()
                .map(line -> Escape.line(line.strip()))
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{2,}", "\u0000")
                .replace("\n", "  \n")
                .replace("\u0000", "\n\n");
    }
}
