package io.eventjobs.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A small XML element with its content.
 *
 * @param text all text in it, including the tags of nested elements, so that unescaped markup in a description is preserved
 */
record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text) {
    private static final int MAX_DEPTH = 30;
    private static final int MAX_CHARACTERS = 1 << 20;

    /** Reads the element at the reader's position; leaves the reader at the end tag. */
    static XmlElement read(XMLStreamReader xml) throws XMLStreamException, UnreadableScheduleException {
        return read(xml, 0);
    }

    private static XmlElement read(XMLStreamReader xml, int depth)
            throws XMLStreamException, UnreadableScheduleException {
        if (depth > MAX_DEPTH) {
            throw new UnreadableScheduleException("Its elements are more than " + MAX_DEPTH + " deep.");
        }
        String name = xml.getLocalName();
        Map<String, String> attributes = attributes(xml);
        List<XmlElement> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            switch (xml.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement child = read(xml, depth + 1);
                    children.add(child);
                    text.append(child.tagged());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                default -> {}
            }
            if (text.length() > MAX_CHARACTERS) {
                throw new UnreadableScheduleException("One of its elements has more than a million characters.");
            }
        }
        return new XmlElement(name, attributes, children, text.toString());
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return attributes;
    }

    private String tagged() {
        String tag = name.toLowerCase(Locale.ROOT);
        String href = attributes.get("href");
        return "<" + tag + (href == null ? "" : " href=\"" + href.replace("\"", "%22") + "\"") + ">" + text + "</" + tag
                + ">";
    }

    /** The text of the first child with one of these names, trying the names in order. */
    @Nullable String text(String... names) {
        for (String one : names) {
            for (XmlElement child : children) {
                if (child.name.equals(one) && !child.text.isBlank()) {
                    return child.text;
                }
            }
        }
        return null;
    }

    @Nullable String attribute(String... names) {
        for (String one : names) {
            String value = attributes.get(one);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }

    /** The children of the children with this name. */
    List<XmlElement> inside(String list) {
        return children.stream()
                .filter(child -> child.name.equals(list))
                .flatMap(child -> child.children.stream())
                .toList();
    }

    /** The text outside nested elements. */
    String ownText() {
        String own = text;
        for (XmlElement child : children) {
            own = own.replace(child.tagged(), " ");
        }
        return own;
    }

    /** Elements by an attribute that others refer to. */
    static Map<String, XmlElement> by(String attribute, List<XmlElement> elements) {
        Map<String, XmlElement> found = new HashMap<>();
        for (XmlElement element : elements) {
            String value = element.attribute(attribute);
            if (value != null) {
                found.putIfAbsent(value, element);
            }
        }
        return found;
    }
}
