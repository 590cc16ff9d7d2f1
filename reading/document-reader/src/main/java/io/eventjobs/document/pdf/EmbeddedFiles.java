package io.eventjobs.document.pdf;

import io.eventjobs.document.block.CleanText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.jspecify.annotations.Nullable;

/** Files embedded in a PDF, as in portfolios or papers with data, and media that play on its pages. */
final class EmbeddedFiles {
    private static final int MAX_NAMES = 10;
    private static final int MAX_DEPTH = 10;
    private static final int MAX_PAGES = 500;
    private static final int MAX_ANNOTATIONS = 50_000;

    private static final Map<String, String> MEDIA = Map.of(
            "RichMedia",
            "a film",
            "Movie",
            "a film",
            "Screen",
            "a film",
            "Sound",
            "a sound",
            "3D",
            "a model in three dimensions");

    private EmbeddedFiles() {}

    /** The names of the first {@value #MAX_NAMES} files. */
    static List<String> names(PDDocument document) throws IOException {
        List<String> names = new ArrayList<>();
        PDDocumentNameDictionary dictionary = document.getDocumentCatalog().getNames();
        if (dictionary != null) {
            add(dictionary.getEmbeddedFiles(), names, 0);
        }
        int left = MAX_ANNOTATIONS;
        for (int page = 0; page < Math.min(MAX_PAGES, document.getNumberOfPages()) && left > 0; page++) {
            List<PDAnnotation> annotations = document.getPage(page).getAnnotations();
            left -= annotations.size();
            for (PDAnnotation annotation : annotations) {
                if (names.size() < MAX_NAMES) {
                    name(annotation).filter(name -> !names.contains(name)).ifPresent(names::add);
                }
            }
        }
        return names;
    }

    /** What is attached to a page, or plays on it. */
    private static Optional<String> name(PDAnnotation annotation) throws IOException {
        if (annotation instanceof PDAnnotationFileAttachment attached) {
            String name = attached.getFile() == null ? null : attached.getFile().getFile();
            return Optional.of("“" + CleanText.oneLine(name == null ? "attachment" : name) + "”");
        }
        return Optional.ofNullable(annotation.getSubtype()).map(MEDIA::get);
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
