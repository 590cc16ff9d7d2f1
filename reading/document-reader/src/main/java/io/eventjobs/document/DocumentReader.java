package io.eventjobs.document;

import io.eventjobs.document.office.OfficeConverter;
import io.eventjobs.document.office.OfficeTextReader;
import io.eventjobs.document.pdf.PageFiles;
import io.eventjobs.document.pdf.PageView;
import io.eventjobs.document.pdf.PdfBoxRenderer;
import io.eventjobs.document.pdf.PdfContent;
import io.eventjobs.document.pdf.PdfReader;
import io.eventjobs.document.pdf.PopplerRenderer;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads PDFs, office files and images into Markdown and page images. A page or file that cannot be read becomes a warning: no content makes
 * reading fail. Thread-safe. At most as many pages as there are processors are read or drawn at once, over all files; further calls wait.
 */
public final class DocumentReader {
    private static final long MAX_PICTURE_BYTES = 30L << 20;

    private static final Duration MAX_CONVERSION = Duration.ofMinutes(2);

    private final PdfReader pdfs;
    private final OfficeDocumentReader office;

    public DocumentReader(PdfReader pdfs, OfficeDocumentReader office) {
        this.pdfs = pdfs;
        this.office = office;
    }

    /**
     * Creates a reader that uses {@code pdftoppm} and {@code soffice} if they are on the path. Without the former, pages are drawn in this
     * process; without the latter, office files have text and pictures but no page images. Create it once, since it probes the programs.
     */
    public static DocumentReader create() {
        return create(OfficeConverter.find("soffice", MAX_CONVERSION));
    }

    /** As {@link #create()}, with this converter for office files. */
    public static DocumentReader create(OfficeConverter converter) {
        PdfReader pdfs = new PdfReader(
                PopplerRenderer.orElse(new PdfBoxRenderer()),
                Runtime.getRuntime().availableProcessors());
        return new DocumentReader(pdfs, new OfficeDocumentReader(new OfficeTextReader(), converter, pdfs));
    }

    /**
     * Reads a file of any format, up to {@value ReadRequest#MAX_PAGES} pages.
     *
     * @param folder existing folder for the images that the content refers to
     * @throws IOException when the file cannot be opened or an image cannot be written
     */
    public DocumentContent read(Path file, Path folder) throws IOException, InterruptedException {
        return read(ReadRequest.of(file, folder), FileFormat.of(file, null), (pages, of) -> {});
    }

    /** The programs that read and draw, with their versions; part of a cache key, since other versions may give other content. */
    public List<String> programs() throws InterruptedException {
        List<String> programs = new ArrayList<>(pdfs.programs());
        programs.addAll(office.programs());
        return programs;
    }

    /**
     * Reads a file of known format.
     *
     * @param format the detected format, see {@link FileFormat#of}
     * @param progress notified of each finished page
     * @throws IOException when the file cannot be opened or an image cannot be written
     */
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
