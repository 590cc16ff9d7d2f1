package io.eventjobs.document;

import io.eventjobs.document.block.BlockMarkdown;
import io.eventjobs.document.office.OfficeConverter;
import io.eventjobs.document.office.OfficeFormat;
import io.eventjobs.document.office.OfficeTextReader;
import io.eventjobs.document.office.content.OfficeText;
import io.eventjobs.document.pdf.PageView;
import io.eventjobs.document.pdf.PdfContent;
import io.eventjobs.document.pdf.PdfReader;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads office files: text and notes from the file itself, page images from a PDF that LibreOffice converts it to. Either may be missing.
 * Thread-safe.
 */
public final class OfficeDocumentReader {
    private final OfficeTextReader texts;
    private final OfficeConverter converter;
    private final PdfReader pdfs;

    public OfficeDocumentReader(OfficeTextReader texts, OfficeConverter converter, PdfReader pdfs) {
        this.texts = texts;
        this.converter = converter;
        this.pdfs = pdfs;
    }

    /** The programs and their versions. */
    List<String> programs() throws InterruptedException {
        return List.of("office texts by " + texts.program(), "office pages by " + converter.program());
    }

    DocumentContent read(ReadRequest request, OfficeFormat format, ReadingProgress progress)
            throws IOException, InterruptedException {
        return format.readableFormat() == format || !converter.isInstalled()
                ? readItself(request, format, progress)
                : readConverted(request, format, progress);
    }

    /** The text of the old binary formats is read from their conversion by LibreOffice. */
    private DocumentContent readConverted(ReadRequest request, OfficeFormat format, ReadingProgress progress)
            throws IOException, InterruptedException {
        try {
            Path twin = converter.toReadableFormat(request.file(), format, request.folder());
            try {
                return readItself(request.withFile(twin), format.readableFormat(), progress);
            } finally {
                Files.deleteIfExists(twin);
            }
        } catch (BrokenFileException e) {
            return DocumentContent.unreadable(
                    "To LibreOffice the " + format.title() + " " + e.getMessage() + ", so there are no slides.");
        }
    }

    private DocumentContent readItself(ReadRequest request, OfficeFormat format, ReadingProgress progress)
            throws IOException, InterruptedException {
        List<String> warnings = new ArrayList<>();
        PdfContent looks = looks(request, format, progress, warnings);
        OfficeText text = text(request, format, looks == null || !format.isSlides(), warnings);
        if (text == null) {
            return looks == null ? nothing(warnings) : ofPdf(request, looks, warnings);
        }
        warnings.addAll(text.warnings());
        if (looks == null) {
            return together(request, format, text, List.of(), new Outcome(warnings, !converter.isInstalled()));
        }
        warnings.addAll(looks.warnings());
        if (format.isSlides()
                && text.slides().size() != looks.views().size()
                && text.slides().size() <= request.maxPages()) {
            warnings.add("The file has " + text.slides().size() + " slides and "
                    + looks.views().size() + " images of them; what they say is read from the images, without notes.");
            return ofPdf(request, looks, warnings);
        }
        return together(request, format, text, looks.views(), new Outcome(warnings, looks.isComplete()));
    }

    private @Nullable PdfContent looks(
            ReadRequest request, OfficeFormat format, ReadingProgress progress, List<String> warnings)
            throws IOException, InterruptedException {
        if (!converter.isInstalled()) {
            warnings.add("There are no images of the pages of the " + format.title()
                    + ", for LibreOffice is not installed at the worker; the pictures in it are kept instead.");
            return null;
        }
        try {
            Path pdf = converter.toPdf(request.file(), format, request.folder());
            try {
                return pdfs.read(pdf, InProcessReader.pageFiles(request), request.maxPages(), progress::read);
            } finally {
                Files.deleteIfExists(pdf);
            }
        } catch (BrokenFileException e) {
            warnings.add("There are no images of the pages: to LibreOffice the " + format.title() + " " + e.getMessage()
                    + ".");
            return null;
        }
    }

    private @Nullable OfficeText text(
            ReadRequest request, OfficeFormat format, boolean withPictures, List<String> warnings)
            throws InterruptedException {
        if (format == OfficeFormat.PPT || format == OfficeFormat.DOC) {
            return null;
        }
        try {
            return texts.read(request.file(), format, withPictures ? request::picture : null);
        } catch (BrokenFileException e) {
            warnings.add("The text of the " + format.title() + " could not be read: it " + e.getMessage() + ".");
            return null;
        }
    }

    private static DocumentContent nothing(List<String> warnings) {
        return new DocumentContent(DocumentContent.Body.NONE, List.of(), List.of(), warnings, false);
    }

    private static DocumentContent ofPdf(ReadRequest request, PdfContent looks, List<String> warnings) {
        DocumentContent seen = InProcessReader.content(request, looks);
        return new DocumentContent(seen.body(), seen.slides(), List.of(), warnings, looks.isComplete());
    }

    private static DocumentContent together(
            ReadRequest request, OfficeFormat format, OfficeText text, List<PageView> views, Outcome outcome) {
        List<Slide> slides = new ArrayList<>();
        int pages =
                Math.min(request.maxPages(), format.isSlides() ? text.slides().size() : views.size());
        for (int page = 0; page < pages; page++) {
            PageView view = page < views.size() ? views.get(page) : PageView.NONE;
            slides.add(slide(
                    request.firstPageNumber() + page,
                    view,
                    format.isSlides() ? text.slides().get(page) : null));
        }
        slides.removeIf(Slide::isEmpty);
        DocumentContent.Kind kind = format.isSlides() ? DocumentContent.Kind.SLIDES : DocumentContent.Kind.TEXT;
        DocumentContent.Body content =
                new DocumentContent.Body(kind, text.properties(), BlockMarkdown.of(text.blocks()));
        return new DocumentContent(content, slides, text.pictures(), outcome.warnings, outcome.isComplete);
    }

    private static Slide slide(int number, PageView view, OfficeText.@Nullable Page page) {
        return page == null
                ? new Slide(number, view, "", "")
                : new Slide(number, view, BlockMarkdown.of(page.blocks()), BlockMarkdown.of(page.notes()));
    }

    private record Outcome(List<String> warnings, boolean isComplete) {}
}
