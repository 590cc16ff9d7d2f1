package io.eventjobs.document.pdf.layout;

import org.jspecify.annotations.Nullable;

/**
 * A character on a page, in points from the upper left corner of the page as it is shown.
 *
 * @param text mostly one character; a blank for a space
 * @param x of its left edge
 * @param y of the line that it stands on
 * @param size of its font, as it is shown
 * @param address that it links to
 */
public record Glyph(String text, float x, float y, float width, float size, Font font, @Nullable String address) {
    boolean isSpace() {
        return text.isBlank();
    }

    float right() {
        return x + width;
    }

    /** What matters of a font. */
    public record Font(boolean isBold, boolean isMonospaced) {}
}
