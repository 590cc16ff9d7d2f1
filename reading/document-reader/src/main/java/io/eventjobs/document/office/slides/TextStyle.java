package io.eventjobs.document.office.slides;

import io.eventjobs.document.office.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The styles that apply to the paragraphs of a shape.
 *
 * @param lists of styles, the nearest first
 */
record TextStyle(List<LevelStyles> lists) {
    /** How a paragraph begins: with a bullet, a number, or nothing. */
    Optional<XmlElement> bullet(XmlElement paragraph, int level) {
        for (XmlElement properties : properties(paragraph, level)) {
            for (XmlElement each : properties.children()) {
                switch (each.name()) {
                    case "a:buNone" -> {
                        return Optional.empty();
                    }
                    case "a:buChar", "a:buAutoNum", "a:buBlip" -> {
                        return Optional.of(each);
                    }
                    default -> {
                        // Colour, size and font of the bullet.
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The font that the text of a paragraph has unless it says otherwise; empty if none is given. */
    String font(XmlElement paragraph, int level) {
        for (XmlElement properties : properties(paragraph, level)) {
            String face = properties
                    .first("a:defRPr", "a:latin")
                    .map(font -> font.attribute("typeface"))
                    .orElse("");
            if (!face.isEmpty()) {
                return face;
            }
        }
        return "";
    }

    private List<XmlElement> properties(XmlElement paragraph, int level) {
        List<XmlElement> all = new ArrayList<>(paragraph.children("a:pPr"));
        for (LevelStyles list : lists) {
            list.level(level).ifPresent(all::add);
        }
        return all;
    }
}
