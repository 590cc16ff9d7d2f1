package io.eventjobs.document.pdf.layout;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The fragments of a page, not yet in reading order.
 *
 * @param width of the page, in points
 * @param height of the page, in points
 * @param isTruncated whether a limit was reached
 * @param isUnmapped whether most glyphs have no Unicode mapping
 */
public record PageFragments(
        float width, float height, List<TextFragment> fragments, boolean isTruncated, boolean isUnmapped) {
    private static final int MAX_FRAGMENTS = 4_000;

    public static final PageFragments NONE = new PageFragments(1, 1, List.of(), false, false);

    public PageFragments {
        fragments = List.copyOf(fragments);
    }

    /** Reads a page; pages are numbered from 1. */
    public static PageFragments read(PDDocument document, int number) throws IOException {
        PageGlyphs glyphs = GlyphReader.read(document, number);
        List<TextFragment> fragments = FragmentBuilder.of(glyphs);
        boolean isTruncated = glyphs.isTruncated() || fragments.size() > MAX_FRAGMENTS;
        return new PageFragments(
                Math.max(1, glyphs.width()),
                Math.max(1, glyphs.height()),
                fragments.subList(0, Math.min(MAX_FRAGMENTS, fragments.size())),
                isTruncated,
                glyphs.isUnmapped());
    }

    /** The number of characters on the page. */
    public int length() {
        return fragments.stream().mapToInt(fragment -> fragment.text().length()).sum();
    }

    boolean isUpright() {
        return height > 1.1f * width;
    }
}
