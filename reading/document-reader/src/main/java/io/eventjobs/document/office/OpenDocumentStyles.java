package io.eventjobs.document.office;

import io.eventjobs.document.office.xml.SafeXml;
import io.eventjobs.document.office.content.Fonts;
import io.eventjobs.document.block.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** Interprets OpenDocument styles as far as text is concerned. Styles are defined before they are used. Not thread-safe. */
final class OpenDocumentStyles {
    private static final int MAX_STYLES = 20_000;
    private static final int MAX_DEPTH = 20;

    private final Map<String, Style> styles = new HashMap<>();
    private final Map<String, Set<Integer>> numbered = new HashMap<>();
    private String style = "";
    private String list = "";

    void read(XMLStreamReader xml) {
        if (xml.getEventType() != XMLStreamConstants.START_ELEMENT || styles.size() + numbered.size() > MAX_STYLES) {
            return;
        }
        switch (xml.getLocalName()) {
            case "style" -> begin(xml);
            case "text-properties" -> addLook(xml);
            case "drawing-page-properties" ->
                change(old -> new Style(
                        old.parent,
                        old.spanStyle,
                        SafeXml.attribute(xml, "visibility").equals("hidden")));
            case "list-style" -> {
                list = SafeXml.attribute(xml, "style", "name");
                style = "";
            }
            case "list-level-style-number" -> addNumbers(xml);
            default -> {
                // Margins and colours are irrelevant.
            }
        }
    }

    Span.Style spanStyle(String name) {
        String next = name;
        for (int depth = 0; depth < MAX_DEPTH && styles.containsKey(next); depth++) {
            Style found = styles.get(next);
            if (found.spanStyle != Span.Style.PLAIN) {
                return found.spanStyle;
            }
            next = found.parent;
        }
        return Span.Style.PLAIN;
    }

    boolean isHidden(String name) {
        Style found = styles.get(name);
        return found != null && found.isHidden;
    }

    /** Whether a style has this name or inherits from one that does. */
    boolean isA(String name, String wanted) {
        String next = name;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            if (next.equalsIgnoreCase(wanted)) {
                return true;
            }
            Style found = styles.get(next);
            if (found == null) {
                return false;
            }
            next = found.parent;
        }
        return false;
    }

    /** @param level from 1 */
    boolean isNumbered(String list, int level) {
        return numbered.getOrDefault(list, Set.of()).contains(level);
    }

    private void begin(XMLStreamReader xml) {
        style = SafeXml.attribute(xml, "style", "name");
        styles.put(style, new Style(SafeXml.attribute(xml, "parent-style-name"), Span.Style.PLAIN, false));
    }

    private void addLook(XMLStreamReader xml) {
        String font = SafeXml.attribute(xml, "style", "font-name") + " " + SafeXml.attribute(xml, "fo", "font-family");
        boolean isBold = SafeXml.attribute(xml, "fo", "font-weight").equals("bold");
        boolean isItalic = SafeXml.attribute(xml, "fo", "font-style").equals("italic");
        Span.Style spanStyle = Fonts.isMonospaced(font)
                ? Span.Style.CODE
                : isBold ? Span.Style.BOLD : isItalic ? Span.Style.ITALIC : Span.Style.PLAIN;
        change(old -> new Style(old.parent, spanStyle, old.isHidden));
    }

    private void change(UnaryOperator<Style> change) {
        styles.computeIfPresent(style, (name, old) -> change.apply(old));
    }

    private void addNumbers(XMLStreamReader xml) {
        String level = SafeXml.attribute(xml, "level");
        boolean isShown = !SafeXml.attribute(xml, "num-format").isEmpty();
        if (isShown && level.matches("\\d{1,2}")) {
            numbered.computeIfAbsent(list, name -> new HashSet<>()).add(Integer.valueOf(level));
        }
    }

    private record Style(String parent, Span.Style spanStyle, boolean isHidden) {}
}
