package io.eventjobs.document.office.slides;

import io.eventjobs.document.office.xml.XmlElement;
import java.util.Set;

/**
 * What a shape stands for in its layout.
 *
 * @param type empty if the shape is no placeholder
 * @param index by which the layout's placeholder is found
 */
record Placeholder(String type, String index) {
    private static final Placeholder NONE = new Placeholder("", "");
    private static final Set<String> AT_EDGES = Set.of("ftr", "hdr", "dt", "sldNum");

    static Placeholder of(XmlElement shape) {
        for (XmlElement child : shape.children()) {
            var found = child.first("p:nvPr", "p:ph");
            if (found.isPresent()) {
                String type = found.get().attribute("type");
                return new Placeholder(
                        type.isEmpty() ? "obj" : type, found.get().attribute("idx"));
            }
        }
        return NONE;
    }

    boolean isNone() {
        return type.isEmpty();
    }

    boolean isTitle() {
        return type.equals("title") || type.equals("ctrTitle");
    }

    boolean isAtEdge() {
        return AT_EDGES.contains(type);
    }

    /** Whether a placeholder of the layout or master is the one that this one inherits from. */
    boolean inherits(Placeholder other) {
        boolean isSameKind = type.equals(other.type) || isTitle() && other.isTitle() || isBody() && other.isBody();
        return !isNone() && !other.isNone() && isSameKind && (index.equals(other.index) || isTitle());
    }

    /** Masters have one placeholder of each kind. */
    boolean isOfKind(Placeholder other) {
        return !isNone()
                && !other.isNone()
                && (isTitle() ? other.isTitle() : isBody() ? other.type.equals("body") : type.equals(other.type));
    }

    boolean isBody() {
        return !isNone() && !isTitle() && !isAtEdge();
    }
}
