package io.eventjobs.document.office.xml;

import io.eventjobs.document.process.BrokenFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** Builds the tree of a part, of bounded depth; of alternative contents only the one that is understood remains. Not thread-safe. */
public final class XmlTree {
    private static final int MAX_DEPTH = 190;
    private static final String UNDERSTOOD = "understood";

    private final Deque<XmlElement> open = new ArrayDeque<>();
    private Optional<XmlElement> root = Optional.empty();
    private int elements;

    public void read(XMLStreamReader xml) throws BrokenFileException {
        switch (xml.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                XmlElement parent = open.peek();
                if (parent != null) {
                    parent.content().add(new XmlText(xml.getText()));
                }
            }
            default -> {
                // Comments and processing instructions.
            }
        }
    }

    /** The outermost element; empty before anything was read. */
    public Optional<XmlElement> root() {
        return root;
    }

    /** The number of elements read. */
    public int elements() {
        return elements;
    }

    private void start(XMLStreamReader xml) throws BrokenFileException {
        if (open.size() == MAX_DEPTH) {
            throw new BrokenFileException("nests its content more than " + MAX_DEPTH + " levels deep");
        }
        elements++;
        String prefix = Namespaces.prefix(orEmpty(xml.getNamespaceURI()));
        XmlElement element = new XmlElement(name(prefix, xml.getLocalName()), attributes(xml, prefix));
        XmlElement parent = open.peek();
        if (parent == null) {
            root = Optional.of(element);
        } else {
            parent.content().add(element);
        }
        open.push(element);
    }

    private void end() {
        XmlElement ended = open.pop();
        XmlElement parent = open.peek();
        if (ended.is("mc:AlternateContent") && parent != null) {
            parent.content().removeLast();
            parent.content().addAll(chosen(ended));
        }
    }

    /** The first alternative that is understood, else the fallback, else the first one: something rather than nothing. */
    private static List<XmlNode> chosen(XmlElement alternatives) {
        List<XmlElement> choices = alternatives.children("mc:Choice");
        return choices.stream()
                .filter(choice -> choice.has(UNDERSTOOD))
                .findFirst()
                .or(() -> alternatives.first("mc:Fallback").filter(fallback -> !fallback.children()
                        .isEmpty()))
                .or(() -> choices.stream().findFirst())
                .map(XmlElement::content)
                .orElse(List.of());
    }

    private static Map<String, String> attributes(XMLStreamReader xml, String own) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String prefix = Namespaces.prefix(orEmpty(xml.getAttributeNamespace(i)));
            String local = xml.getAttributeLocalName(i);
            attributes.put(
                    prefix.isEmpty() || prefix.equals(own) ? local : prefix + ":" + local, xml.getAttributeValue(i));
            if (local.equals("Requires") && own.equals("mc") && isUnderstood(xml, xml.getAttributeValue(i))) {
                attributes.put(UNDERSTOOD, "");
            }
        }
        return attributes.isEmpty() ? Map.of() : attributes;
    }

    private static boolean isUnderstood(XMLStreamReader xml, String prefixes) {
        for (String prefix : prefixes.strip().split("\\s+")) {
            if (prefix.isEmpty() || !Namespaces.isUnderstood(orEmpty(xml.getNamespaceURI(prefix)))) {
                return false;
            }
        }
        return true;
    }

    private static String name(String prefix, String local) {
        return prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
