package io.eventjobs.document.pdf.layout;

import java.util.List;

/**
 * The glyphs of a page, in the order in which they are drawn.
 *
 * @param width of the page as it is shown, in points
 * @param height likewise
 * @param isTruncated whether there were more than are taken
 * @param isUnmapped whether of most that is drawn nobody can tell which characters it is
 */
record PageGlyphs(float width, float height, List<Glyph> glyphs, boolean isTruncated, boolean isUnmapped) {
    PageGlyphs {
        glyphs = List.copyOf(glyphs);
    }
}
