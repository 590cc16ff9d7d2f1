package io.eventjobs.document.office.word;

import io.eventjobs.document.block.Script;
import io.eventjobs.document.block.Span;
import io.eventjobs.document.office.content.Fonts;
import io.eventjobs.document.office.xml.XmlElement;
import java.util.Optional;

/** How the text of a run looks: by itself, by its character style, or by the style of its paragraph. */
final class RunStyle {
    private final WordStyles styles;
    private final XmlElement properties;
    private final String paragraph;
    private final String own;

    /** @param paragraph id of the paragraph's style */
    RunStyle(WordStyles styles, XmlElement run, String paragraph) {
        this.styles = styles;
        this.properties = run.first("w:rPr").orElse(XmlElement.empty("w:rPr"));
        this.paragraph = paragraph;
        this.own = properties.value("w:rStyle");
    }

    boolean isHidden() {
        return is("w:vanish");
    }

    Span.Style span() {
        if (Fonts.isMonospaced(font())) {
            return Span.Style.CODE;
        }
        if (is("w:strike") || is("w:dstrike")) {
            return Span.Style.STRUCK;
        }
        return is("w:b") ? Span.Style.BOLD : is("w:i") ? Span.Style.ITALIC : Span.Style.PLAIN;
    }

    /** The font of letters; empty if none is given. */
    String font() {
        Optional<XmlElement> fonts = properties
                .first("w:rFonts")
                .or(() -> ofStyle("w:rFonts"))
                .or(() -> styles.ofRuns(paragraph, "w:rFonts"));
        return fonts.map(each -> each.has("ascii") ? each.attribute("ascii") : each.attribute("hAnsi"))
                .orElse("");
    }

    /** Raised and lowered text as it is written on one line. */
    String placed(String text, String before) {
        String place = properties
                .first("w:vertAlign")
                .or(() -> ofStyle("w:vertAlign"))
                .map(each -> each.attribute("val"))
                .orElse("");
        return switch (place) {
            case "superscript" -> Script.raised(text, before);
            case "subscript" -> Script.lowered(text);
            default -> text;
        };
    }

    /** Emphasis and hiding that a paragraph's style gives to all of its text is not that of the run. */
    private boolean is(String property) {
        return properties
                .first(property)
                .or(() -> ofStyle(property))
                .filter(each -> !each.isOff())
                .isPresent();
    }

    private Optional<XmlElement> ofStyle(String property) {
        return own.isEmpty() ? Optional.empty() : styles.ofRuns(own, property);
    }
}
