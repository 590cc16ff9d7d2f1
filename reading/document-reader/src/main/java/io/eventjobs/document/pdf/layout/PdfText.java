package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.BlockMarkdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The text of a PDF.
 *
 * @param isRunning whether it is text that runs across pages, rather than slides
 * @param pages the text of each slide, as Markdown; empty strings for running text
 * @param text the running text, as Markdown; empty for slides
 * @param isTruncated whether a limit was reached
 */
public record PdfText(boolean isRunning, List<String> pages, String text, boolean isTruncated) {
    private static final int CHARACTERS_OF_A_PAGE = 900;

    public PdfText {
        pages = List.copyOf(pages);
    }

    /** Combines the pages of a document. */
    public static PdfText of(PDDocument document, List<PageFragments> pages) {
        return of(pages, PdfOutline.of(document, pages.size()));
    }

    /** @param outline depths of titles from 0, by page from 0 */
    static PdfText of(List<PageFragments> pages, Map<Integer, Map<String, Integer>> outline) {
        boolean isTruncated = pages.stream().anyMatch(PageFragments::isTruncated);
        float body = body(pages);
        WordJoiner words = new WordJoiner();
        List<List<LayoutBlock>> blocks = blocks(pages, words, body);
        if (!isRunning(pages)) {
            List<String> slides = new ArrayList<>();
            for (int page = 0; page < pages.size(); page++) {
                slides.add(markdown(
                        SlideHeadings.of(blocks.get(page), pages.get(page).height())));
            }
            return new PdfText(false, slides, "", isTruncated);
        }
        TextHeadings headings = new TextHeadings(body, blocks, outline);
        RunningText text = new RunningText(words, body);
        for (int page = 0; page < blocks.size(); page++) {
            text.add(headings.of(blocks.get(page), page));
        }
        List<String> none = pages.stream().map(page -> "").toList();
        return new PdfText(true, none, BlockMarkdown.of(text.blocks()), isTruncated);
    }

    /** A document is running text if most pages are upright and pages have much text on average. */
    private static boolean isRunning(List<PageFragments> pages) {
        long upright = pages.stream().filter(PageFragments::isUpright).count();
        double characters =
                pages.stream().mapToInt(PageFragments::length).average().orElse(0);
        return upright * 2 > pages.size() && characters >= CHARACTERS_OF_A_PAGE;
    }

    private static float body(List<PageFragments> pages) {
        FontSizes sizes = new FontSizes();
        pages.forEach(page -> page.fragments()
                .forEach(fragment -> sizes.add(fragment.size(), fragment.text().length())));
        return sizes.body();
    }

    private static List<List<LayoutBlock>> blocks(List<PageFragments> pages, WordJoiner words, float body) {
        RunningHeads edges = new RunningHeads(body);
        for (PageFragments page : pages) {
            edges.learn(page);
            page.fragments().forEach(fragment -> words.learn(fragment.text()));
        }
        Asides asides = new Asides(words, pages);
        return pages.stream()
                .map(page -> {
                    List<LayoutBlock> blocks =
                            new ArrayList<>(BlockBuilder.of(ReadingOrder.of(edges.without(page)), words));
                    blocks.addAll(asides.of(page));
                    return blocks;
                })
                .toList();
    }

    private static String markdown(List<LayoutBlock> blocks) {
        return BlockMarkdown.of(blocks.stream().map(LayoutBlock::block).toList());
    }
}
