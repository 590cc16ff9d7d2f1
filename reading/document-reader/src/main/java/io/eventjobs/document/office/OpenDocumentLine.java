package io.eventjobs.document.office;

import io.eventjobs.document.block.Script;
import io.eventjobs.document.block.Span;
import io.eventjobs.document.block.SymbolFont;
import io.eventjobs.document.office.xml.SafeXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Where the reading of a word in Chinese characters begins. */
    private int reading;

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
            case "s" -> {
                String count = SafeXml.attribute(xml, "c");
                int spaces = count.matches("\\d{1,4}") ? Math.min(MAX_SPACES, Integer.parseInt(count)) : 1;
                add(" ".repeat(spaces));
            }
            case "tab", "line-break" -> add(" ");
            case "ruby-text" -> reading = spans.size();
            default -> {
                // Marks without text.
            }
        }
    }

    void startLink(String address) {
        addresses.add(address);
    }

    void addAll(List<Span> others) {
        spans.addAll(others);
    }

    void end(String name) {
        if (name.equals("span") && !open.isEmpty()) {
            open.removeLast();
        } else if (name.equals("a") && !addresses.isEmpty()) {
            addresses.removeLast();
        } else if (name.equals("ruby-text") && spans.size() > reading) {
            spans.add(reading, Span.plain("("));
            spans.add(Span.plain(")"));
        }
    }

    void add(String text) {
        String shown = text;
        for (String name : open.reversed()) {
            String before = spans.isEmpty() ? "" : spans.getLast().text();
            shown = styles.isRaised(name)
                    ? Script.raised(shown, before)
                    : styles.isLowered(name) ? Script.lowered(shown) : shown;
        }
        spans.add(new Span(symbols(shown), spanStyle(), addresses.isEmpty() ? null : addresses.getLast()));
    }

    /** Letters of a symbol font are not what they seem. */
    private String symbols(String text) {
        for (String name : open.reversed()) {
            Optional<SymbolFont> font = SymbolFont.of(styles.font(name));
            if (font.isPresent()) {
                return font.get().text(text);
            }
        }
        return text;
    }

    private Span.Style spanStyle() {
        for (String name : open.reversed()) {
            if (styles.spanStyle(name) != Span.Style.PLAIN) {
                return styles.spanStyle(name);
            }
        }
        Span.Style whole = styles.spanStyle(style);
        return whole == Span.Style.CODE || whole == Span.Style.STRUCK ? whole : Span.Style.PLAIN;
    }
}
