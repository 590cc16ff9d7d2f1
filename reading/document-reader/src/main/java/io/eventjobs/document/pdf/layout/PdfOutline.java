package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.CleanText;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** The outline of a document: titles by page, with their depth. A cyclic outline ends at the first repetition. */
final class PdfOutline {
    private static final int MAX_ENTRIES = 2_000;
    private static final int MAX_DEPTH = 6;

    private final Map<COSDictionary, Integer> pages = new HashMap<>();
    private final Map<Integer, Map<String, Integer>> titles = new HashMap<>();
    private final Set<COSDictionary> seen = new HashSet<>();
    private final PDDocument document;

    private PdfOutline(PDDocument document) {
        this.document = document;
    }

    /** Depths from 0, by page from 0 and normalized title. */
    static Map<Integer, Map<String, Integer>> of(PDDocument document, int maxPages) {
        PDOutlineNode root = document.getDocumentCatalog().getDocumentOutline();
        if (root == null) {
            return Map.of();
        }
        PdfOutline outline = new PdfOutline(document);
        int number = 0;
        for (PDPage page : document.getPages()) {
            outline.pages.put(page.getCOSObject(), number++);
            if (number >= maxPages) {
                break;
            }
        }
        outline.add(root, 0);
        return outline.titles;
    }

    /** Normalizes titles for comparison to letters and digits. */
    static String normal(String title) {
        return CleanText.oneLine(title).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private void add(PDOutlineNode node, int depth) {
        PDOutlineItem item = node.getFirstChild();
        while (item != null && seen.size() < MAX_ENTRIES && seen.add(item.getCOSObject())) {
            add(item, depth);
            item = item.getNextSibling();
        }
    }

    private void add(PDOutlineItem item, int depth) {
        Integer page = page(item);
        if (page != null && item.getTitle() != null) {
            titles.computeIfAbsent(page, number -> new HashMap<>()).putIfAbsent(normal(item.getTitle()), depth);
        }
        if (depth < MAX_DEPTH) {
            add((PDOutlineNode) item, depth + 1);
        }
    }

    private @org.jspecify.annotations.Nullable Integer page(PDOutlineItem item) {
        try {
            PDPage page = item.findDestinationPage(document);
            return page == null ? null : pages.get(page.getCOSObject());
        } catch (IOException | RuntimeException e) {
            // An outline entry without a target identifies no heading.
            return null;
        }
    }
}
