package io.eventjobs.document.pdf;

import io.eventjobs.document.block.CleanText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.jspecify.annotations.Nullable;

/** Files embedded in a PDF, as in portfolios or papers with data. */
final class EmbeddedFiles {
    private static final int MAX_NAMES = 10;
    private static final int MAX_DEPTH = 10;

    private EmbeddedFiles() {}

    /** The names of the first {@value #MAX_NAMES} files. */
    static List<String> names(PDDocument document) throws IOException {
        List<String> names = new ArrayList<>();
        PDDocumentNameDictionary dictionary = document.getDocumentCatalog().getNames();
        if (dictionary != null) {
            add(dictionary.getEmbeddedFiles(), names, 0);
        }
        return names;
    }

    private static void add(@Nullable PDNameTreeNode<PDComplexFileSpecification> node, List<String> names, int depth)
            throws IOException {
        if (node == null || depth > MAX_DEPTH) {
            return;
        }
        @Nullable Map<String, PDComplexFileSpecification> files = node.getNames();
        if (files != null) {
            for (Map.Entry<String, PDComplexFileSpecification> file : files.entrySet()) {
                @Nullable String name = file.getValue() == null ? null : file.getValue().getFilename();
                if (names.size() < MAX_NAMES) {
                    names.add("“" + CleanText.oneLine(name == null ? file.getKey() : name) + "”");
                }
            }
        }
        if (node.getKids() != null) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                add(kid, names, depth + 1);
            }
        }
    }
}
