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
    private final List<LevelStyles> defaults;
    private final Map<String, Shared> shared = new HashMap<>();

    SlideStyles(OfficePackage parts, XmlElement presentation) {
        this.parts = parts;
        this.defaults = presentation.children("p:defaultTextStyle").stream()
                .map(LevelStyles::new)
                .toList();
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
    private Shared shared(Optional<String> part) throws BrokenFileException, IOException {
        if (part.isEmpty()) {
            return Shared.NONE;
        }
        Shared known = shared.get(part.get());
        if (known == null) {
            known = Shared.of(parts.read(part.get()).orElse(XmlElement.empty("p:none")));
            shared.put(part.get(), known);
        }
        return known;
    }

    /**
     * What a layout or master gives to slides.
     *
     * @param styles of its placeholders
     * @param kinds styles of a master by the kind of text
     */
    private record Shared(List<Inherited> styles, Map<String, LevelStyles> kinds) {
        private static final int MAX_PLACEHOLDERS = 200;
        static final Shared NONE = new Shared(List.of(), Map.of());

        static Shared of(XmlElement root) {
            List<Inherited> styles = root.descendants("p:sp")
                    .map(shape -> new Inherited(
                            Placeholder.of(shape),
                            shape.first("p:txBody", "a:lstStyle").map(LevelStyles::new)))
                    .filter(each -> !each.place.isNone())
                    .limit(MAX_PLACEHOLDERS)
                    .toList();
            Map<String, LevelStyles> kinds = new HashMap<>();
            root.first("p:txStyles")
                    .ifPresent(all -> all.children().forEach(kind -> kinds.put(kind.name(), new LevelStyles(kind))));
            return new Shared(styles, kinds);
        }
    }

    /** A placeholder with its styles. */
    private record Inherited(Placeholder place, Optional<LevelStyles> list) {}

    /** The styles that the shapes of one slide inherit. */
    static final class OfSlide {
        private final Shared layout;
        private final Shared master;
        private final List<LevelStyles> defaults;

        private OfSlide(Shared layout, Shared master, List<LevelStyles> defaults) {
            this.layout = layout;
            this.master = master;
            this.defaults = defaults;
        }

        /** @param body the text of the shape */
        TextStyle of(XmlElement body, Placeholder place) {
            List<LevelStyles> lists = new ArrayList<>(own(body).lists());
            if (!place.isNone()) {
                layout.styles.stream()
                        .filter(each -> place.inherits(each.place))
                        .findFirst()
                        .flatMap(Inherited::list)
                        .ifPresent(lists::add);
                master.styles.stream()
                        .filter(each -> place.isOfKind(each.place))
                        .findFirst()
                        .flatMap(Inherited::list)
                        .ifPresent(lists::add);
            }
            String kind = place.isTitle() ? "p:titleStyle" : place.isBody() ? "p:bodyStyle" : "p:otherStyle";
            Optional.ofNullable(master.kinds.get(kind)).ifPresent(lists::add);
            lists.addAll(place.isNone() ? defaults : List.of());
            return new TextStyle(lists);
        }

        /** The styles that a text itself lists, as in the cell of a table. */
        static TextStyle own(XmlElement body) {
            return new TextStyle(
                    body.first("a:lstStyle").map(LevelStyles::new).stream().toList());
        }
    }
}
