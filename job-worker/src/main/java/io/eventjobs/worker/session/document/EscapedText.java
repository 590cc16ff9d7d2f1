package io.eventjobs.worker.session.document;

import io.eventjobs.markdown.Escape;
import io.eventjobs.markdown.LinkTarget;
import java.util.stream.Collectors;

/** Plain text escaped as Markdown, so that it is displayed literally. */
final class EscapedText {
    private EscapedText() {}

    static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }

    /** On one line, safe at any position. */
    static String line(String text) {
        return Escape.line(oneLine(text));
    }

    /** Its lines as paragraphs. */
    static String paragraphs(String text) {
        return text.lines()
                .map(EscapedText::line)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** A link with this text; empty if the address must not be linked. */
    static String link(String text, String address) {
        String target = LinkTarget.of(address);
        return target == null ? "" : "[" + Escape.text(oneLine(text)) + "](" + target + ")";
    }

    /** An address, safe in text and as a link destination; empty if it must not be linked. */
    static String address(String address) {
        String target = LinkTarget.of(address);
        return target == null
                ? ""
                : "<" + target.replace("\\(", "%28").replace("\\)", "%29").replace("\\&", "&") + ">";
    }
}
