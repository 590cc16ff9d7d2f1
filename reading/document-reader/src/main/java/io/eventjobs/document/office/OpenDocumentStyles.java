package io.eventjobs.document.office;

import io.eventjobs.document.block.Span;
import io.eventjobs.document.office.content.Fonts;
import io.eventjobs.document.office.xml.SafeXml;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** Interprets OpenDocument styles as far as text is concerned. Styles are defined before they are used. Not thread-safe. */
final class OpenDocumentStyles {
    private static final int MAX_STYLES = 20_000;
    private static final int MAX_DEPTH = 20;

    private final Map<String, Style> styles = new HashMap<>();
    /** Start numbers of list styles by level. */
    private final Map<String, Map<Integer, Integer>> numbered = new HashMap<>();

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
                change(old -> old.hidden(SafeXml.attribute(xml, "visibility").equals("hidden")));
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
        return numbered.getOrDefault(list, Map.of()).containsKey(level);
    }

    /** The number of a list's first item. */
    int start(String list, int level) {
        return numbered.getOrDefault(list, Map.of()).getOrDefault(level, 1);
    }

    /** The list style that a paragraph style names; empty if none. */
    String list(String name) {
        return found(name, style -> !style.list.isEmpty()).map(Style::list).orElse("");
    }

    boolean isRaised(String name) {
        return found(name, style -> !style.position.isEmpty())
                .filter(style -> style.position.matches("super.*|[1-9].*"))
                .isPresent();
    }

    boolean isLowered(String name) {
        return found(name, style -> !style.position.isEmpty())
                .filter(style -> style.position.matches("sub.*|-.*"))
                .isPresent();
    }

    /** The font that a style names; empty if none. */
    String font(String name) {
        return found(name, style -> !style.font.isEmpty()).map(Style::font).orElse("");
    }

    private Optional<Style> found(String name, Predicate<Style> wanted) {
        String next = name;
        for (int depth = 0; depth < MAX_DEPTH && styles.containsKey(next); depth++) {
            Style style = styles.get(next);
            if (wanted.test(style)) {
                return Optional.of(style);
            }
            next = style.parent;
        }
        return Optional.empty();
    }

    private void begin(XMLStreamReader xml) {
        style = SafeXml.attribute(xml, "style", "name");
        String parent = SafeXml.attribute(xml, "parent-style-name");
        styles.put(
                style, new Style(parent, Span.Style.PLAIN, false, SafeXml.attribute(xml, "list-style-name"), "", ""));
    }

    private void addLook(XMLStreamReader xml) {
        String font = SafeXml.attribute(xml, "style", "font-name") + " " + SafeXml.attribute(xml, "fo", "font-family");
        boolean isStruck = isLine(SafeXml.attribute(xml, "text-line-through-style"))
                || isLine(SafeXml.attribute(xml, "text-line-through-type"));
        boolean isBold = SafeXml.attribute(xml, "fo", "font-weight").equals("bold");
        boolean isItalic = SafeXml.attribute(xml, "fo", "font-style").equals("italic");
        Span.Style spanStyle = Fonts.isMonospaced(font)
                ? Span.Style.CODE
                : isStruck
                        ? Span.Style.STRUCK
                        : isBold ? Span.Style.BOLD : isItalic ? Span.Style.ITALIC : Span.Style.PLAIN;
        String position = SafeXml.attribute(xml, "text-position").strip();
        String placed = position.startsWith("0%") ? "" : position;
        String symbols = SafeXml.attribute(xml, "style", "font-name");
        change(old -> old.looking(spanStyle, placed, symbols));
    }

    private static boolean isLine(String kind) {
        return !kind.isEmpty() && !kind.equals("none");
    }

    private void change(UnaryOperator<Style> change) {
        styles.computeIfPresent(style, (name, old) -> change.apply(old));
    }

    private void addNumbers(XMLStreamReader xml) {
        String level = SafeXml.attribute(xml, "level");
        boolean isShown = !SafeXml.attribute(xml, "num-format").isEmpty();
        if (isShown && level.matches("\\d{1,2}")) {
            String start = SafeXml.attribute(xml, "start-value");
            numbered.computeIfAbsent(list, name -> new HashMap<>())
                    .put(Integer.valueOf(level), start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1);
        }
    }

    private record Style(
            String parent, Span.Style spanStyle, boolean isHidden, String list, String position, String font) {
        Style hidden(boolean now) {
            return new Style(parent, spanStyle, now, list, position, font);
        }

        Style looking(Span.Style other, String place, String face) {
            return new Style(parent, other, isHidden, list, place, face);
        }
    }
}
