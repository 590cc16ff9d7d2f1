package io.eventjobs.worker.session.page;

import io.eventjobs.worker.session.page.markdown.Escape;
import io.eventjobs.worker.session.page.markdown.LinkTarget;
import org.jspecify.annotations.Nullable;

/** Text and addresses as they may stand in Markdown: what the page says is shown, never obeyed. */
public final class MarkdownText {
    private MarkdownText() {}

    /** Escapes everything that Markdown would take for markup inside a line. */
    public static String escaped(String text) {
        return Escape.text(text);
    }

    /** As {@link #escaped}, and safe as the beginning of a line too: no heading, list, quote or rule begins by chance. */
    public static String escapedLine(String text) {
        return Escape.lineStart(Escape.text(text));
    }

    /** What stands between the parentheses of an image; for one that stands in the page itself a short address in its place. */
    public static String imageTarget(String address) {
        return LinkTarget.ofImage(address);
    }

    /** A line that is escaped inside, made safe at its beginning too. */
    public static String startedLine(String line) {
        return Escape.lineStart(line);
    }

    /** An address between the parentheses of a link; null if it is not one that a document may link to. */
    public static @Nullable String target(String address) {
        return LinkTarget.of(address);
    }
}
