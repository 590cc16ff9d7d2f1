package io.eventjobs.document.pdf.layout;

import java.util.List;

/**
 * The glyphs of a page, in drawing order.
 *
 * @param width of the displayed page, in points
 * @param height of the displayed page, in points
 * @param sideways those in other directions, one page for each
 * @param isTruncated whether a limit was reached
 * @param isUnmapped whether most glyphs have no Unicode mapping
 */
record PageGlyphs(
        float width,
        float height,
        List<Glyph> glyphs,
        List<PageGlyphs> sideways,
        boolean isTruncated,
        boolean isUnmapped) {
    PageGlyphs {
        glyphs = List.copyOf(glyphs);
        sideways = List.copyOf(sideways);
    }
}
