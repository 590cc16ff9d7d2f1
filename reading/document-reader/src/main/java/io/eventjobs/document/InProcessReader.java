package io.eventjobs.document;

import io.eventjobs.document.office.OfficeTextReader;
import io.eventjobs.document.pdf.PageFiles;
import io.eventjobs.document.pdf.PageView;
import io.eventjobs.document.pdf.PdfBoxRenderer;
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
 * Reads documents with the parsers in this process, which bound what they can count. At most as many pages as there are processors are
 * read or drawn at once, over all files; further calls wait. Thread-safe.
 */
public final class InProcessReader implements DocumentReader {
    private static final long MAX_PICTURE_BYTES = 30L << 20;

    private final PdfReader pdfs;
    private final OfficeDocumentReader office;

    public InProcessReader(PdfReader pdfs, OfficeDocumentReader office) {
        this.pdfs = pdfs;
        this.office = office;
    }

    /** Draws with poppler and converts with LibreOffice where these programs are installed. */
    public static InProcessReader using(InstalledPrograms programs) {
        PdfReader pdfs = new PdfReader(
                programs.renderer(new PdfBoxRenderer()), Runtime.getRuntime().availableProcessors());
        return new InProcessReader(pdfs, new OfficeDocumentReader(new OfficeTextReader(), programs.converter(), pdfs));
    }

    @Override
    public List<String> programs() throws InterruptedException {
        List<String> programs = new ArrayList<>(pdfs.programs());
        programs.addAll(office.programs());
        return programs;
    }

    @Override
    public DocumentContent read(ReadRequest request, FileFormat format, ReadingProgress progress)
            throws IOException, InterruptedException {
        return switch (format) {
            case FileFormat.Pdf pdf -> pdf(request, progress);
            case FileFormat.Office file -> office.read(request, file.format(), progress);
            case FileFormat.Picture picture -> picture(request, picture.extension());
            case FileFormat.Archive archive ->
                DocumentContent.unreadable("The file is an archive, which is not opened.");
            case FileFormat.Other other ->
                DocumentContent.unreadable("The file is " + other.name() + ", so there are no slides.");
        };
    }

    private DocumentContent pdf(ReadRequest request, ReadingProgress progress) throws InterruptedException {
        try {
            return content(request, pdfs.read(request.file(), pageFiles(request), request.maxPages(), progress::read));
        } catch (BrokenFileException e) {
            return DocumentContent.unreadable("The PDF " + e.getMessage() + ", so there are no slides.");
        }
    }

    static DocumentContent content(ReadRequest request, PdfContent pdf) {
        DocumentContent.Kind kind = pdf.text().isRunning() ? DocumentContent.Kind.TEXT : DocumentContent.Kind.SLIDES;
        List<Slide> slides = new ArrayList<>();
        for (int page = 0; page < pdf.views().size(); page++) {
            String text = pdf.text().pages().get(page);
            Slide slide =
                    new Slide(request.firstPageNumber() + page, pdf.views().get(page), text, "");
            if (!slide.isEmpty()) {
                slides.add(slide);
            }
        }
        DocumentContent.Body content =
                new DocumentContent.Body(kind, pdf.properties(), pdf.text().text());
        return new DocumentContent(content, slides, List.of(), pdf.warnings(), pdf.isComplete());
    }

    private DocumentContent picture(ReadRequest request, String extension) throws IOException, InterruptedException {
        if (Files.size(request.file()) > MAX_PICTURE_BYTES) {
            return DocumentContent.unreadable(
                    "The image is larger than " + (MAX_PICTURE_BYTES >> 20) + " MiB, so it is not kept.");
        }
        Path image = Files.copy(request.file(), request.image(request.firstPageNumber(), extension));
        Slide slide = new Slide(request.firstPageNumber(), new PageView(image, small(request, image)), "", "");
        DocumentContent.Body content = new DocumentContent.Body(DocumentContent.Kind.SLIDES, Map.of(), "");
        return new DocumentContent(content, List.of(slide), List.of(), List.of(), true);
    }

    private @Nullable Path small(ReadRequest request, Path image) throws InterruptedException {
        Path target = request.small(request.firstPageNumber());
        try {
            pdfs.makeSmall(image, target);
            return target;
        } catch (BrokenFileException e) {
            return null;
        }
    }

    static PageFiles pageFiles(ReadRequest request) {
        return new PageFiles() {
            @Override
            public Path folder() {
                return request.folder();
            }

            @Override
            public Path image(int page) {
                return request.image(request.firstPageNumber() + page - 1);
            }

            @Override
            public Path small(int page) {
                return request.small(request.firstPageNumber() + page - 1);
            }
        };
    }
}
