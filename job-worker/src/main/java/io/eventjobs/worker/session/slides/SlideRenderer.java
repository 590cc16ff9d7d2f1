package io.eventjobs.worker.session.slides;

import io.eventjobs.model.artifact.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.util.Version;
import org.jspecify.annotations.Nullable;

/**
 * Makes slides of a PDF, page by page, so that memory does not grow with it. A PDF that cannot be read is a warning, as is a
 * page. Thread-safe.
 */
public final class SlideRenderer {
    /** A file whose pages all fail is broken; the other pages would only take time. */
    private static final int MOST_FAILURES_IN_A_ROW = 5;

    private static final int PAGES_NAMED = 10;

    private static final Duration LONGEST_PAGE = Duration.ofSeconds(60);

    private final PageImages images;
    private final RenderingLanes lanes;

    /** @param cores how many pages are read or drawn at once, of whatever deck */
    public SlideRenderer(PageImages images, int cores) {
        this(images, cores, LONGEST_PAGE);
    }

    SlideRenderer(PageImages images, int cores, Duration longestPage) {
        this.images = images;
        this.lanes = new RenderingLanes(cores, longestPage);
    }

    /** All that the slides of a deck follow from, but for its place in a session: who has the same makes the same. */
    public List<String> inputs(SlideOrder order) throws IOException {
        return List.of(
                Sha256.of(order.pdf()),
                "text by PDFBox " + Version.getVersion(),
                "images by " + images.engine(),
                PixelSize.WIDTH + " wide, at most " + (long) PixelSize.MOST_PIXELS + " pixels");
    }

    public SlideDeck render(SlideOrder order, SlideProgress progress) throws InterruptedException {
        try (PdfFile pdf = PdfFile.open(order.pdf(), order.folder(), lanes)) {
            int pages = pdf.pages();
            if (pages < 1) {
                return SlideDeck.unreadable("The PDF has no pages.");
            }
            return render(pdf, pages, order, progress);
        } catch (BrokenPdfException e) {
            return SlideDeck.unreadable("The PDF " + e.getMessage() + ", so there are no slides.");
        }
    }

    private SlideDeck render(PdfFile pdf, int pages, SlideOrder order, SlideProgress progress)
            throws InterruptedException {
        int wanted = Math.min(pages, order.mostPages());
        List<Slide> slides = new ArrayList<>();
        Faults faults = new Faults();
        for (int page = 1; page <= wanted && faults.inARow < MOST_FAILURES_IN_A_ROW; page++) {
            int number = order.firstNumber() + page - 1;
            Slide slide = slide(pdf, page, number, order.image(number), faults);
            if (slide.image() != null || !slide.text().isEmpty()) {
                slides.add(slide);
            }
            progress.rendered(page, wanted);
        }
        return new SlideDeck(slides, warnings(pages, order.mostPages(), faults), faults.pages.isEmpty());
    }

    private Slide slide(PdfFile pdf, int page, int number, Path image, Faults faults) throws InterruptedException {
        return new Slide(number, drawn(pdf, page, image, faults), text(pdf, page));
    }

    private @Nullable Path drawn(PdfFile pdf, int page, Path image, Faults faults) throws InterruptedException {
        try {
            images.draw(new PageImages.Page(pdf, page, pdf.size(page)), image);
            faults.inARow = 0;
            return image;
        } catch (BrokenPdfException e) {
            faults.add(page, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** The image shows what the text would say: without it nothing is lost that needs a warning. */
    private static String text(PdfFile pdf, int page) throws InterruptedException {
        try {
            return pdf.text(page);
        } catch (BrokenPdfException e) {
            return "";
        }
    }

    private static List<String> warnings(int pages, int mostPages, Faults faults) {
        List<String> warnings = new ArrayList<>(faults.sentences());
        if (pages > mostPages) {
            warnings.add("The slides have " + pages + " pages; those after page " + mostPages + " are left out.");
        }
        if (faults.inARow >= MOST_FAILURES_IN_A_ROW) {
            warnings.add("Page after page of the slides could not be drawn; the rest is left out.");
        }
        return warnings;
    }

    /** The pages that could not be drawn. */
    private static final class Faults {
        private final List<Integer> pages = new ArrayList<>();
        private String first = "";
        private int inARow;

        void add(int page, String why) {
            first = pages.isEmpty() ? why : first;
            pages.add(page);
            inARow++;
        }

        List<String> sentences() {
            if (pages.isEmpty()) {
                return List.of();
            }
            String named =
                    pages.stream().limit(PAGES_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
            String more = pages.size() > PAGES_NAMED ? " and " + (pages.size() - PAGES_NAMED) + " more" : "";
            return List.of("Slides without an image: " + named + more + "; the first of them " + first + ".");
        }
    }
}
