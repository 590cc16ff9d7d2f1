package io.eventjobs.document.pdf;

import io.eventjobs.document.process.BrokenFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws pages in order and records those that cannot be drawn. Not thread-safe. */
final class PageImageWriter {
    /** After this many failures in a row the file counts as broken; drawing the other pages would only take time. */
    private static final int MAX_CONSECUTIVE_FAILURES = 5;

    /** A file that holds a thread for so long twice would do so with each page. */
    static final int MAX_OUT_OF_TIME = 2;

    private static final int PAGES_NAMED = 10;

    private final PdfFile pdf;
    private final PageRenderer images;
    private final PageFiles files;
    private final List<Integer> failed = new ArrayList<>();
    private String firstFault = "";
    private int failedInARow;
    private int outOfTime;

    PageImageWriter(PdfFile pdf, PageRenderer images, PageFiles files) {
        this.pdf = pdf;
        this.images = images;
        this.files = files;
    }

    PageView draw(int page) throws InterruptedException {
        Path image = image(page);
        return image == null ? PageView.NONE : new PageView(image, small(image, files.small(page)));
    }

    boolean isHopeless() {
        return failedInARow >= MAX_CONSECUTIVE_FAILURES || outOfTime >= MAX_OUT_OF_TIME;
    }

    boolean isComplete() {
        return failed.isEmpty();
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!failed.isEmpty()) {
            String named =
                    failed.stream().limit(PAGES_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
            String more = failed.size() > PAGES_NAMED ? " and " + (failed.size() - PAGES_NAMED) + " more" : "";
            warnings.add("Slides without an image: " + named + more + "; the first of them " + firstFault + ".");
        }
        if (isHopeless()) {
            warnings.add("Page after page of the slides could not be drawn; the rest is left out.");
        }
        return warnings;
    }

    private @Nullable Path image(int page) throws InterruptedException {
        try {
            images.draw(new PageRenderer.Page(pdf, page, pdf.size(page)), files.image(page));
            failedInARow = 0;
            return files.image(page);
        } catch (BrokenFileException e) {
            firstFault = failed.isEmpty() ? String.valueOf(e.getMessage()) : firstFault;
            failed.add(page);
            failedInARow++;
            outOfTime += e.isOutOfTime() ? 1 : 0;
            return null;
        }
    }

    /** A missing thumbnail needs no warning, since galleries work without it. */
    private @Nullable Path small(Path image, Path target) throws InterruptedException {
        try {
            return pdf.threads().call(() -> {
                JpegFile.writeSmall(image, target);
                return target;
            });
        } catch (BrokenFileException e) {
            return null;
        }
    }
}
