package io.eventjobs.document;

import io.eventjobs.document.pdf.PageFiles;
import io.eventjobs.document.pdf.PageView;
import io.eventjobs.document.pdf.PdfContent;
import io.eventjobs.document.pdf.PdfReader;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of whatever format into Markdown and images. What cannot be read is a warning, the whole file as well as a page of
 * it: no file ends more than itself. Thread-safe.
 */
public final class DocumentReader {
    private static final long MAX_PICTURE_BYTES = 30L << 20;

    private final PdfReader pdfs;
    private final OfficeDocumentReader office;

    public DocumentReader(PdfReader pdfs, OfficeDocumentReader office) {
        this.pdfs = pdfs;
        this.office = office;
    }

    /** The programs that read and draw, with their versions: the same file gives the same attachment as long as they are the same. */
    public List<String> programs() throws InterruptedException {
        List<String> programs = new ArrayList<>(pdfs.programs());
        programs.addAll(office.programs());
        return programs;
    }

    /** @param format what the file was found to be */
    public DocumentContent read(ReadRequest order, FileFormat format, ReadingProgress progress)
            throws IOException, InterruptedException {
        return switch (format) {
            case FileFormat.Pdf pdf -> pdf(order, progress);
            case FileFormat.Office file -> office.read(order, file.format(), progress);
            case FileFormat.Picture picture -> picture(order, picture.ending());
            case FileFormat.Archive archive -> DocumentContent.unreadable("An archive within an archive is not opened.");
            case FileFormat.Other other ->
                DocumentContent.unreadable("The file is " + other.name() + ", so there are no slides.");
        };
    }

    private DocumentContent pdf(ReadRequest order, ReadingProgress progress) throws InterruptedException {
        try {
            return attachment(order, pdfs.read(order.file(), pageFiles(order), order.maxPages(), progress::read));
        } catch (BrokenFileException e) {
            return DocumentContent.unreadable("The PDF " + e.getMessage() + ", so there are no slides.");
        }
    }

    static DocumentContent attachment(ReadRequest order, PdfContent pdf) {
        DocumentContent.Kind kind = pdf.text().isRunning() ? DocumentContent.Kind.TEXT : DocumentContent.Kind.SLIDES;
        List<Slide> slides = new ArrayList<>();
        for (int page = 0; page < pdf.views().size(); page++) {
            String text = pdf.text().pages().get(page);
            Slide slide = new Slide(order.firstNumber() + page, pdf.views().get(page), text, "");
            if (!slide.isEmpty()) {
                slides.add(slide);
            }
        }
        DocumentContent.Content content =
                new DocumentContent.Content(kind, pdf.properties(), pdf.text().text());
        return new DocumentContent(content, slides, List.of(), pdf.warnings(), pdf.isWhole());
    }

    private DocumentContent picture(ReadRequest order, String ending) throws IOException, InterruptedException {
        if (Files.size(order.file()) > MAX_PICTURE_BYTES) {
            return DocumentContent.unreadable(
                    "The image is larger than " + (MAX_PICTURE_BYTES >> 20) + " MiB, so it is not kept.");
        }
        Path image = Files.copy(order.file(), order.image(order.firstNumber(), ending));
        Slide slide = new Slide(order.firstNumber(), new PageView(image, small(order, image)), "", "");
        DocumentContent.Content content = new DocumentContent.Content(DocumentContent.Kind.SLIDES, Map.of(), "");
        return new DocumentContent(content, List.of(slide), List.of(), List.of(), true);
    }

    private @Nullable Path small(ReadRequest order, Path image) throws InterruptedException {
        Path target = order.small(order.firstNumber());
        try {
            pdfs.makeSmall(image, target);
            return target;
        } catch (BrokenFileException e) {
            return null;
        }
    }

    static PageFiles pageFiles(ReadRequest order) {
        return new PageFiles() {
            @Override
            public Path folder() {
                return order.folder();
            }

            @Override
            public Path image(int page) {
                return order.image(order.firstNumber() + page - 1);
            }

            @Override
            public Path small(int page) {
                return order.small(order.firstNumber() + page - 1);
            }
        };
    }
}
