package io.eventjobs.document.pdf;

import io.eventjobs.document.pdf.layout.PageFragments;
import io.eventjobs.document.pdf.layout.PdfText;
import io.eventjobs.document.process.BrokenFileException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text of page after page. A page whose text cannot be read counts as empty, since its image still shows the text. Not
 * thread-safe.
 */
final class PageTextReader {
    private static final int MAX_CHARACTERS = 3_000_000;
    private static final int MAX_CONSECUTIVE_FAILURES = 5;

    private final PdfFile pdf;
    private final List<PageFragments> pages = new ArrayList<>();
    private int characters;
    private int failed;
    private int failedInARow;
    private int outOfTime;
    /** Pages that are shown, and say nothing but in images. */
    private int scanned;

    PageTextReader(PdfFile pdf) {
        this.pdf = pdf;
    }

    /** @param isShown whether there is an image of the page */
    void read(int page, boolean isShown) throws InterruptedException {
        if (characters > MAX_CHARACTERS || isHopeless()) {
            pages.add(PageFragments.NONE);
            return;
        }
        try {
            PageFragments read = pdf.fragments(page);
            characters += read.length();
            pages.add(read);
            scanned += isShown && read.isImage() ? 1 : 0;
            failedInARow = 0;
        } catch (BrokenFileException e) {
            failed++;
            failedInARow++;
            outOfTime += e.isOutOfTime() ? 1 : 0;
            pages.add(PageFragments.NONE);
        }
    }

    private boolean isHopeless() {
        return failedInARow >= MAX_CONSECUTIVE_FAILURES || outOfTime >= PageImageWriter.MAX_OUT_OF_TIME;
    }

    PdfText together() throws InterruptedException {
        try {
            return pdf.text(pages);
        } catch (BrokenFileException e) {
            failed = pages.size();
            return new PdfText(false, pages.stream().map(page -> "").toList(), "", false);
        }
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (failed > 0) {
            warnings.add("The text of " + failed + (failed == 1 ? " page" : " pages") + " could not be read.");
        }
        long unmapped = pages.stream().filter(PageFragments::isUnmapped).count();
        if (unmapped > 0) {
            warnings.add("Of most of the text of " + unmapped + (unmapped == 1 ? " page" : " pages")
                    + " the file does not say which characters it is; only the images show it.");
        }
        if (scanned > 0 && scanned * 2 >= pages.size()) {
            String which = scanned == pages.size()
                    ? scanned == 1 ? "The page is an image" : "All pages are images"
                    : scanned + " of " + pages.size() + " pages are images";
            warnings.add(which + " without text, as in a scan: what " + (scanned == 1 ? "it says" : "they say")
                    + " can only be seen.");
        }
        if (pages.stream().anyMatch(page -> page.aside().hasStruckWords())) {
            warnings.add("Words of the file are struck through in notes upon it; they are kept as if they were not.");
        }
        if (characters > MAX_CHARACTERS || pages.stream().anyMatch(PageFragments::isTruncated)) {
            warnings.add("The file holds more text than any slides do; some of it is left out.");
        }
        return warnings;
    }
}
