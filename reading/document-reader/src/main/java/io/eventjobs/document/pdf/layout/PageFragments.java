package io.eventjobs.document.pdf.layout;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The fragments of a page, not yet in reading order.
 *
 * @param width of the page, in points
 * @param height of the page, in points
 * @param aside what the page says beside its text
 * @param isTruncated whether a limit was reached
 * @param isUnmapped whether most glyphs have no Unicode mapping
 * @param isImage whether the page has images but no text, as a scan
 */
public record PageFragments(
        float width,
        float height,
        List<TextFragment> fragments,
        Aside aside,
        boolean isTruncated,
        boolean isUnmapped,
        boolean isImage) {
    private static final int MAX_FRAGMENTS = 4_000;

    public static final PageFragments NONE = new PageFragments(
            1, 1, List.of(), new Aside(List.of(), List.of(), List.of(), List.of(), false), false, false, false);

    public PageFragments {
        fragments = List.copyOf(fragments);
    }

    /** Reads a page; pages are numbered from 1. */
    public static PageFragments read(PDDocument document, int number) throws IOException {
        PDPage page = document.getPage(number - 1);
        PageLinks links = PageLinks.of(page);
        PageGlyphs glyphs = GlyphReader.read(document, number, links);
        List<TextFragment> fragments = FragmentBuilder.of(glyphs);
        boolean isTruncated = glyphs.isTruncated() || fragments.size() > MAX_FRAGMENTS;
        return new PageFragments(
                Math.max(1, glyphs.width()),
                Math.max(1, glyphs.height()),
                fragments.subList(0, Math.min(MAX_FRAGMENTS, fragments.size())),
                new Aside(
                        sideways(glyphs),
                        PageBoxes.on(page),
                        PageNotes.on(page),
                        links.bare(),
                        PageNotes.strikeWordsOf(page)),
                isTruncated,
                glyphs.isUnmapped(),
                fragments.isEmpty() && glyphs.sideways().isEmpty() && PageImages.areOn(page));
    }

    private static List<List<TextFragment>> sideways(PageGlyphs glyphs) {
        return glyphs.sideways().stream()
                .map(FragmentBuilder::of)
                .map(all -> all.subList(0, Math.min(MAX_FRAGMENTS, all.size())))
                .toList();
    }

    /**
     * What a page says beside its text.
     *
     * @param sideways text in other directions, one list for each
     * @param boxes texts that lie upon the page
     * @param notes of people who have read the file
     * @param links addresses that no text of the page links to
     * @param hasStruckWords whether a reader has struck some of its words through
     */
    public record Aside(
            List<List<TextFragment>> sideways,
            List<String> boxes,
            List<String> notes,
            List<String> links,
            boolean hasStruckWords) {
        public Aside {
            sideways = List.copyOf(sideways);
            boxes = List.copyOf(boxes);
            notes = List.copyOf(notes);
            links = List.copyOf(links);
        }
    }

    /** The number of characters on the page. */
    public int length() {
        return fragments.stream().mapToInt(fragment -> fragment.text().length()).sum();
    }

    boolean isUpright() {
        return height > 1.1f * width;
    }
}
