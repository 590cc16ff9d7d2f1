package io.eventjobs.document.office;

import io.eventjobs.document.office.xml.SafeXml;
import io.eventjobs.document.block.Span;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/** Gathers the text of one OpenDocument paragraph. Not thread-safe. */
final class OpenDocumentLine {
    private static final int MAX_SPACES = 200;

    private final OpenDocumentStyles styles;
    private final String style;
    private final int heading;
    private final List<Span> spans = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();

    /** @param heading heading level; 0 for a paragraph */
    OpenDocumentLine(OpenDocumentStyles styles, String style, int heading) {
        this.styles = styles;
        this.style = style;
        this.heading = heading;
    }

    String style() {
        return style;
    }

    int heading() {
        return heading;
    }

    List<Span> spans() {
        return spans;
    }

    void start(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "span" -> open.add(SafeXml.attribute(xml, "text", "style-name"));
            case "a" -> addresses.add(SafeXml.attribute(xml, "xlink", "href"));
            case "s" -> {
                String count = SafeXml.attribute(xml, "c");
                int spaces = count.matches("\\d{1,4}") ? Math.min(MAX_SPACES, Integer.parseInt(count)) : 1;
                add(" ".repeat(spaces));
            }
            case "tab", "line-break" -> add(" ");
            default -> {
                // Marks without text.
            }
        }
    }

    void end(String name) {
        if (name.equals("span") && !open.isEmpty()) {
            open.removeLast();
        } else if (name.equals("a") && !addresses.isEmpty()) {
            addresses.removeLast();
        }
    }

    void add(String text) {
        spans.add(new Span(text, spanStyle(), addresses.isEmpty() ? null : addresses.getLast()));
    }

    private Span.Style spanStyle() {
        for (String name : open.reversed()) {
            if (styles.spanStyle(name) != Span.Style.PLAIN) {
                return styles.spanStyle(name);
            }
        }
        Span.Style whole = styles.spanStyle(style);
        return whole == Span.Style.CODE ? whole : Span.Style.PLAIN;
    }
}
