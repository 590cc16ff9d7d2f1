package io.eventjobs.document.office.xml;

import io.eventjobs.markdown.math.MathElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of a part, with its content. Names have the same prefixes in all files, such as {@code w:p}; those of unknown namespaces have
 * {@code ?}. Depth is bounded, so that recursion is safe. Immutable once read.
 */
public final class XmlElement implements XmlNode, MathElement {
    private final String name;
    private final Map<String, String> attributes;
    private final List<XmlNode> content = new ArrayList<>();

    XmlElement(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    /** An element without content or attributes. */
    public static XmlElement empty(String name) {
        return new XmlElement(name, Map.of());
    }

    /** An element around others, where a file leaves it out. */
    public static XmlElement of(String name, List<XmlElement> content) {
        XmlElement element = empty(name);
        element.content.addAll(content);
        return element;
    }

    public String name() {
        return name;
    }

    /** The name without its prefix. */
    @Override
    public String localName() {
        return name.substring(name.indexOf(':') + 1);
    }

    public boolean is(String other) {
        return name.equals(other);
    }

    /** The value of an attribute; empty if absent. Attributes of the element's own namespace have no prefix. */
    @Override
    public String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    @Override
    public boolean has(String key) {
        return attributes.containsKey(key);
    }

    /** The number in an attribute; the other one if there is none. */
    public int number(String key, int otherwise) {
        String value = attribute(key);
        return value.matches("-?\\d{1,9}") ? Integer.parseInt(value) : otherwise;
    }

    /** Elements and texts, in order. */
    public List<XmlNode> content() {
        return content;
    }

    @Override
    public List<XmlElement> children() {
        List<XmlElement> children = new ArrayList<>();
        for (XmlNode node : content) {
            if (node instanceof XmlElement element) {
                children.add(element);
            }
        }
        return children;
    }

    public List<XmlElement> children(String wanted) {
        return children().stream().filter(child -> child.is(wanted)).toList();
    }

    /** The first element at the end of a path of names. */
    public Optional<XmlElement> first(String... path) {
        XmlElement at = this;
        for (String step : path) {
            XmlElement next = null;
            for (XmlNode node : at.content) {
                if (node instanceof XmlElement element && element.is(step)) {
                    next = element;
                    break;
                }
            }
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    /** The attribute {@code val} of the element at the end of a path; empty if either is absent. */
    public String value(String... path) {
        return first(path).map(element -> element.attribute("val")).orElse("");
    }

    /** Whether a switch is on: present, and not switched off by its value. */
    public boolean isOn(String... path) {
        return first(path).filter(element -> !element.isOff()).isPresent();
    }

    /** Whether the value of this switch is that for off. */
    public boolean isOff() {
        String value = attribute("val");
        return value.equals("0") || value.equals("false") || value.equals("off") || value.equals("none");
    }

    /** All elements of this name within this one, in order, without those nested in another such. */
    public Stream<XmlElement> descendants(String wanted) {
        return children().stream().flatMap(child -> child.is(wanted) ? Stream.of(child) : child.descendants(wanted));
    }

    /** All text within this element. */
    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        addText(text);
        return text.toString();
    }

    private void addText(StringBuilder text) {
        for (XmlNode node : content) {
            switch (node) {
                case XmlText words -> text.append(words.text());
                case XmlElement element -> element.addText(text);
            }
        }
    }
}
