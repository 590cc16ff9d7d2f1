package io.eventjobs.document.pdf;

import io.eventjobs.document.process.BoundedThreads;
import io.eventjobs.document.process.BrokenFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.util.Version;

/** Reads PDFs page by page, so that memory use does not grow with the number of pages. Thread-safe. */
public final class PdfReader {
    private static final Duration PAGE_TIMEOUT = Duration.ofSeconds(60);

    /** Counted up with every change of how text is read, so that stored results of the same file are not taken for today's. */
    private static final int EDITION = 3;

    private final PageRenderer images;
    private final BoundedThreads threads;

    /** @param cores number of pages read or drawn at once, over all files */
    public PdfReader(PageRenderer images, int cores) {
        this(images, cores, PAGE_TIMEOUT);
    }

    public PdfReader(PageRenderer images, int cores, Duration maxPage) {
        this.images = images;
        this.threads = new BoundedThreads(cores, maxPage);
    }

    /** The programs and libraries whose versions determine the result. */
    public List<String> programs() throws InterruptedException {
        return List.of(
                "text by PDFBox " + Version.getVersion() + ", edition " + EDITION,
                "images by " + images.engine(),
                PixelSize.WIDTH + " and " + JpegFile.SMALL_WIDTH + " wide, at most " + (long) PixelSize.MAX_PIXELS
                        + " pixels");
    }

    /**
     * Reads a file.
     *
     * @param maxPages further pages are left out, with a warning
     * @param progress notified of finished and total pages
     * @throws BrokenFileException if the file is unreadable or has no pages
     */
    public PdfContent read(Path file, PageFiles files, int maxPages, Progress progress)
            throws BrokenFileException, InterruptedException {
        try (PdfFile pdf = PdfFile.open(file, files.folder(), threads)) {
            int pages = pdf.pages();
            if (pages < 1) {
                throw new BrokenFileException("has no pages");
            }
            int wanted = Math.min(pages, maxPages);
            List<PageView> views = new ArrayList<>();
            PageImageWriter drawer = new PageImageWriter(pdf, images, files);
            PageTextReader texts = new PageTextReader(pdf);
            for (int page = 1; page <= wanted && !drawer.isHopeless(); page++) {
                PageView view = drawer.draw(page);
                views.add(view);
                texts.read(page, view.image() != null);
                progress.read(page, wanted);
            }
            List<String> warnings = new ArrayList<>(drawer.warnings());
            warnings.addAll(texts.warnings());
            warnings.addAll(pdf.damage());
            if (pages > maxPages) {
                warnings.add("The slides have " + pages + " pages; those after page " + maxPages + " are left out.");
            }
            return new PdfContent(views, texts.together(), pdf.properties(), warnings, drawer.isComplete());
        }
    }

    /** Creates a thumbnail of an image that is not a PDF page; waits for a free thread. */
    public void makeSmall(Path image, Path target) throws BrokenFileException, InterruptedException {
        threads.call(() -> {
            JpegFile.writeSmall(image, target);
            return target;
        });
    }

    /** Notified of each finished page. */
    @FunctionalInterface
    public interface Progress {
        void read(int page, int of);
    }
}
