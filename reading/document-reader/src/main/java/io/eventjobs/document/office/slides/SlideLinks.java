package io.eventjobs.document.office.slides;

import io.eventjobs.document.office.xml.OfficePackage;
import io.eventjobs.document.office.xml.Relation;
import io.eventjobs.document.office.xml.XmlElement;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The addresses outside the file that a slide links to. */
final class SlideLinks {
    private final Map<String, Relation> relations;

    SlideLinks(OfficePackage parts, String part) throws BrokenFileException, IOException {
        this.relations = parts.relations(part);
    }

    /** The address of the link that an element holds; empty if it has none, or one within the presentation. */
    String of(XmlElement holder) {
        return holder.first("a:hlinkClick")
                .map(link -> address(link.attribute("r:id")))
                .orElse("");
    }

    /** The address of a shape's own link, which covers all of it. */
    String ofShape(XmlElement shape) {
        for (XmlElement child : shape.children()) {
            Optional<XmlElement> properties = child.first("p:cNvPr");
            if (properties.isPresent()) {
                return of(properties.get());
            }
        }
        return "";
    }

    String address(String id) {
        Relation relation = relations.get(id);
        return relation != null && relation.isExternal() ? relation.target() : "";
    }

    /** The part or address that an id stands for; empty if none. */
    String target(String id) {
        Relation relation = relations.get(id);
        return relation == null ? "" : relation.target();
    }
}
