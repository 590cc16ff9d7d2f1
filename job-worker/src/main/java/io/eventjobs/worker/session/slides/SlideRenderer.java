package io.eventjobs.worker.session.slides;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders PDF slides, page by page, so that memory does not grow with the deck; as many decks at once as there are cores.
 * Images by poppler where it is installed, else by PDFBox; text by PDFBox. A deck that cannot be read is a warning, never a
 * failure of the job. Thread-safe.
 */
public final class SlideRenderer {
    static final int WIDTH = 1280;

    private static final Logger LOG = LoggerFactory.getLogger(SlideRenderer.class);
    private static final int MOST_PAGES = 500;
    private static final int LONGEST_TEXT = 20_000;

    private final Semaphore cores;
    private final PageImages images;

    public SlideRenderer(PageImages images, int cores) {
        this.images = images;
        this.cores = new Semaphore(cores);
    }

    /** Renders into {@code folder}; {@code progress} is told of each page. */
    public SlideDeck render(Path pdf, Path folder, Progress progress) throws InterruptedException {
        cores.acquire();
        try {
            return open(pdf, folder, progress);
        } finally {
            cores.release();
        }
    }

    private SlideDeck open(Path pdf, Path folder, Progress progress) throws InterruptedException {
        if (!isPdf(pdf)) {
            return SlideDeck.none("The slides are no PDF; they are kept as a link.");
        }
        try (PDDocument document = Loader.loadPDF(pdf.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            Files.createDirectories(folder);
            return pages(document, pdf, folder, progress);
        } catch (InvalidPasswordException e) {
            return SlideDeck.none("The slides are encrypted; they are kept as a link.");
        } catch (IOException | RuntimeException e) {
            LOG.atInfo().addKeyValue("fault", e.toString()).log("Slides could not be read");
            return SlideDeck.none("The slides are a broken PDF; they are kept as a link.");
        } catch (StackOverflowError e) {
            // Loops in a page tree end the parser so; they must not end the worker.
            return SlideDeck.none("The slides are a PDF that cannot be read; they are kept as a link.");
        }
    }

    private SlideDeck pages(PDDocument document, Path pdf, Path folder, Progress progress)
            throws IOException, InterruptedException {
        int all = document.getNumberOfPages();
        int count = Math.min(all, MOST_PAGES);
        List<String> warnings = new ArrayList<>();
        if (all > MOST_PAGES) {
            warnings.add("The slides have " + all + " pages; the first " + MOST_PAGES + " were rendered.");
        }
        PDFTextStripper text = new PDFTextStripper();
        List<SlideDeck.Slide> slides = new ArrayList<>();
        int lost = 0;
        for (int number = 1; number <= count; number++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("while rendering slides");
            }
            Path image = folder.resolve("slide_%03d.jpg".formatted(number));
            if (images.render(document, pdf, number, image)) {
                slides.add(new SlideDeck.Slide(number, image, text(text, document, number)));
            } else {
                lost++;
            }
            progress.done(number, count);
        }
        if (lost > 0) {
            warnings.add(lost + " of " + count + " slides could not be rendered.");
        }
        return new SlideDeck(slides, warnings);
    }

    private static String text(PDFTextStripper stripper, PDDocument document, int number) {
        try {
            stripper.setStartPage(number);
            stripper.setEndPage(number);
            String text = stripper.getText(document).strip();
            return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }

    private static boolean isPdf(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(1024), StandardCharsets.ISO_8859_1).contains("%PDF-");
        } catch (IOException e) {
            return false;
        }
    }

    /** Told of each page. */
    @FunctionalInterface
    public interface Progress {
        void done(int pages, int of);
    }
}
