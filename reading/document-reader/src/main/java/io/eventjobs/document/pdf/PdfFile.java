package io.eventjobs.document.pdf;

import io.eventjobs.document.block.DocumentProperties;
import io.eventjobs.document.pdf.layout.PageFragments;
import io.eventjobs.document.pdf.layout.PdfText;
import io.eventjobs.document.process.BoundedThreads;
import io.eventjobs.document.process.BrokenFileException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;

/** An open PDF of untrusted origin. All access runs on a bounded thread, one call at a time. Not thread-safe. */
final class PdfFile implements AutoCloseable {
    private static final long MEMORY_BYTES = 16L << 20;
    private static final long STORAGE_BYTES = 2L << 30;

    private final Path file;
    private final PDDocument document;
    private final InterruptibleRenderer renderer;
    private final BoundedThreads threads;
    private volatile boolean hasDamagedImages;

    private PdfFile(Path file, PDDocument document, BoundedThreads threads) {
        this.file = file;
        this.document = document;
        this.threads = threads;
        this.renderer = new InterruptibleRenderer(document);
    }

    /** @param scratch folder for data that does not fit into memory */
    static PdfFile open(Path file, Path scratch, BoundedThreads threads)
            throws BrokenFileException, InterruptedException {
        PDDocument document = onThread(threads, () -> {
            if (DeflatedStreams.exceed(file, DeflatedStreams.MAX_BYTES, DeflatedStreams.MAX_TOTAL_BYTES)) {
                throw new BrokenFileException("unpacks to far more than any slides hold");
            }
            File folder = scratch.toFile();
            MemoryUsageSetting memory =
                    MemoryUsageSetting.setupMixed(MEMORY_BYTES, STORAGE_BYTES).setTempDir(folder);
            return Loader.loadPDF(file.toFile(), memory.streamCache);
        });
        return new PdfFile(file, document, threads);
    }

    Path file() {
        return file;
    }

    BoundedThreads threads() {
        return threads;
    }

    int pages() throws BrokenFileException, InterruptedException {
        return onThread(threads, document::getNumberOfPages);
    }

    /** The size of the page as displayed: cropped and rotated. */
    PixelSize size(int page) throws BrokenFileException, InterruptedException {
        return onThread(threads, () -> {
            PDPage shown = document.getPage(page - 1);
            PDRectangle box = shown.getCropBox();
            boolean turned = shown.getRotation() % 180 != 0;
            double width = turned ? box.getHeight() : box.getWidth();
            double height = turned ? box.getWidth() : box.getHeight();
            return PixelSize.of(width, height).orElseThrow(() -> new BrokenFileException("has no area"));
        });
    }

    PageFragments fragments(int page) throws BrokenFileException, InterruptedException {
        return onThread(threads, () -> PageFragments.read(document, page));
    }

    /** Combines the text of the pages, using the outline. */
    PdfText text(List<PageFragments> pages) throws BrokenFileException, InterruptedException {
        return onThread(threads, () -> PdfText.of(document, pages));
    }

    /** Metadata of the file. */
    Map<String, String> properties() throws BrokenFileException, InterruptedException {
        return onThread(threads, () -> {
            PDDocumentInformation information = document.getDocumentInformation();
            DocumentProperties properties = new DocumentProperties();
            properties.add("title", information.getTitle());
            properties.add("author", information.getAuthor());
            properties.add("subject", information.getSubject());
            properties.add("keywords", information.getKeywords());
            return properties.values();
        });
    }

    /** Warnings about a truncated file, embedded files, or images left out of those drawn; one sentence each. */
    List<String> damage() throws BrokenFileException, InterruptedException {
        return onThread(threads, () -> {
            List<String> damage = new ArrayList<>();
            if (!PdfEndMarker.isThere(file)) {
                damage.add("The PDF has no end marker and may be truncated: later pages may be missing.");
            }
            List<String> within = EmbeddedFiles.names(document);
            if (!within.isEmpty()) {
                damage.add("The PDF holds files that are not read: " + String.join(", ", within) + ".");
            }
            Set<String> lost = new LinkedHashSet<>(renderer.leftOut());
            if (hasDamagedImages) {
                lost.add("that are damaged");
            }
            lost.forEach(kind -> damage.add("Pages are drawn without their images " + kind + "."));
            return damage;
        });
    }

    /** Another program has drawn a page without an image that it could not decode. */
    void addDamagedImages() {
        hasDamagedImages = true;
    }

    void draw(int page, PixelSize size, Path target) throws BrokenFileException, InterruptedException {
        onThread(threads, () -> {
            PDPage shown = document.getPage(page - 1);
            boolean turned = shown.getRotation() % 180 != 0;
            float width =
                    turned ? shown.getCropBox().getHeight() : shown.getCropBox().getWidth();
            try {
                JpegFile.write(renderer.renderImage(page - 1, size.width() / width, ImageType.RGB), target);
            } catch (InterruptibleRenderer.UndrawablePageException e) {
                throw e.reason();
            }
            return target;
        });
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            // Only scratch files could be lost, and their folder is deleted with the execution.
        }
    }

    private static <T> T onThread(BoundedThreads threads, Callable<T> work)
            throws BrokenFileException, InterruptedException {
        return threads.call(() -> {
            try {
                return work.call();
            } catch (InvalidPasswordException e) {
                throw new BrokenFileException("is encrypted and needs a password", e);
            }
        });
    }
}
