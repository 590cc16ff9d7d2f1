package io.eventjobs.document.pdf.layout;

import org.jspecify.annotations.Nullable;

/**
 * A character on a page, in points from the upper left corner of the displayed page.
 *
 * @param text usually one character; blank for a space
 * @param x left edge
 * @param y baseline
 * @param size font size as displayed
 * @param address that the character links to
 */
public record Glyph(String text, float x, float y, float width, float size, Font font, @Nullable String address) {
    boolean isSpace() {
        return text.isBlank();
    }

    float right() {
        return x + width;
    }

    /** The relevant properties of a font. */
    public record Font(boolean isBold, boolean isMonospaced) {}
}
