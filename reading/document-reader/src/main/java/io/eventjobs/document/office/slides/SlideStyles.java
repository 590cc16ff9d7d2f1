package io.eventjobs.document.office.slides;

import io.eventjobs.document.office.xml.OfficePackage;
import io.eventjobs.document.office.xml.XmlElement;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The styles of texts, which a slide inherits from its layout, its master and the presentation. Not thread-safe. */
final class SlideStyles {
    private final OfficePackage parts;
    private final List<XmlElement> defaults;
    private final Map<String, XmlElement> shared = new HashMap<>();

    SlideStyles(OfficePackage parts, XmlElement presentation) {
        this.parts = parts;
        this.defaults = presentation.children("p:defaultTextStyle");
    }

    OfSlide of(String slide) throws BrokenFileException, IOException {
        Optional<String> layout = parts.related(slide, "slideLayout");
        Optional<String> master = layout.isEmpty() ? Optional.empty() : parts.related(layout.get(), "slideMaster");
        return new OfSlide(shared(layout), shared(master), defaults);
    }

    /** Notes have no styles that matter. */
    TextStyle ofNotes() {
        return new TextStyle(List.of());
    }

    /** Layouts and masters serve many slides, and are read once. */
    private XmlElement shared(Optional<String> part) throws BrokenFileException, IOException {
        if (part.isEmpty()) {
            return XmlElement.empty("p:none");
        }
        XmlElement known = shared.get(part.get());
        if (known == null) {
            known = parts.read(part.get()).orElse(XmlElement.empty("p:none"));
            shared.put(part.get(), known);
        }
        return known;
    }

    /** The styles that the shapes of one slide inherit. */
    static final class OfSlide {
        private final List<XmlElement> layout;
        private final List<XmlElement> master;
        private final XmlElement masterStyles;
        private final List<XmlElement> defaults;

        OfSlide(XmlElement layout, XmlElement master, List<XmlElement> defaults) {
            this.layout = layout.descendants("p:sp").toList();
            this.master = master.descendants("p:sp").toList();
            this.masterStyles = master.first("p:txStyles").orElse(XmlElement.empty("p:txStyles"));
            this.defaults = defaults;
        }

        /** @param body the text of the shape */
        TextStyle of(XmlElement body, Placeholder place) {
            List<XmlElement> lists = new ArrayList<>(body.children("a:lstStyle"));
            if (!place.isNone()) {
                layout.stream()
                        .filter(shape -> place.inherits(Placeholder.of(shape)))
                        .findFirst()
                        .ifPresent(shape -> addList(lists, shape));
                master.stream()
                        .filter(shape -> place.isOfKind(Placeholder.of(shape)))
                        .findFirst()
                        .ifPresent(shape -> addList(lists, shape));
            }
            String kind = place.isTitle() ? "p:titleStyle" : place.isBody() ? "p:bodyStyle" : "p:otherStyle";
            lists.addAll(masterStyles.children(kind));
            lists.addAll(place.isNone() ? defaults : List.of());
            return new TextStyle(lists);
        }

        private static void addList(List<XmlElement> lists, XmlElement shape) {
            shape.first("p:txBody", "a:lstStyle").ifPresent(lists::add);
        }
    }
}
