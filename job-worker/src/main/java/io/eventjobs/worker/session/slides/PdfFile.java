package io.eventjobs.worker.session.slides;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF of unknown origin, open. Everything is done in a lane, one call at a time. Not thread-safe. */
final class PdfFile implements AutoCloseable {
    private static final long MEMORY_BYTES = 16L << 20;
    private static final long STORAGE_BYTES = 2L << 30;
    private static final float JPEG_QUALITY = 0.85f;

    private final Path file;
    private final PDDocument document;
    private final PDFRenderer renderer;
    private final RenderingLanes lanes;

    private PdfFile(Path file, PDDocument document, RenderingLanes lanes) {
        this.file = file;
        this.document = document;
        this.lanes = lanes;
        this.renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
    }

    /** @param scratch folder for what does not fit into memory */
    static PdfFile open(Path file, Path scratch, RenderingLanes lanes) throws BrokenPdfException, InterruptedException {
        PDDocument document = inLane(lanes, () -> {
            if (DeflatedStreams.exceed(file, DeflatedStreams.MOST_BYTES, DeflatedStreams.MOST_BYTES_IN_ALL)) {
                throw new BrokenPdfException("unpacks to far more than any slides hold");
            }
            File folder = scratch.toFile();
            MemoryUsageSetting memory =
                    MemoryUsageSetting.setupMixed(MEMORY_BYTES, STORAGE_BYTES).setTempDir(folder);
            return Loader.loadPDF(file.toFile(), memory.streamCache);
        });
        return new PdfFile(file, document, lanes);
    }

    Path file() {
        return file;
    }

    RenderingLanes lanes() {
        return lanes;
    }

    int pages() throws BrokenPdfException, InterruptedException {
        return inLane(lanes, document::getNumberOfPages);
    }

    /** Of the page as it is shown: cropped and turned. */
    PixelSize size(int page) throws BrokenPdfException, InterruptedException {
        return inLane(lanes, () -> {
            PDPage shown = document.getPage(page - 1);
            PDRectangle box = shown.getCropBox();
            boolean turned = shown.getRotation() % 180 != 0;
            double width = turned ? box.getHeight() : box.getWidth();
            double height = turned ? box.getWidth() : box.getHeight();
            return PixelSize.of(width, height).orElseThrow(() -> new BrokenPdfException("has no area"));
        });
    }

    String text(int page) throws BrokenPdfException, InterruptedException {
        return inLane(lanes, () -> {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            stripper.setLineSeparator("\n");
            SlideText text = new SlideText();
            stripper.writeText(document, text);
            return text.readable();
        });
    }

    void draw(int page, PixelSize size, Path target) throws BrokenPdfException, InterruptedException {
        inLane(lanes, () -> {
            PDPage shown = document.getPage(page - 1);
            boolean turned = shown.getRotation() % 180 != 0;
            float width =
                    turned ? shown.getCropBox().getHeight() : shown.getCropBox().getWidth();
            write(renderer.renderImage(page - 1, size.width() / width, ImageType.RGB), target);
            return target;
        });
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            // Only scratch files are at stake, and their folder is deleted with the execution.
        }
    }

    /**
     * A parser that meets a broken or hostile file may throw anything: deep nesting ends in a StackOverflowError, streams
     * that unpack without end in an OutOfMemoryError. Either must end this file only, so they are caught here, where
     * nothing but this file's objects are left half-made.
     */
    private static <T> T inLane(RenderingLanes lanes, Callable<T> work)
            throws BrokenPdfException, InterruptedException {
        return lanes.call(() -> {
            try {
                return work.call();
            } catch (InvalidPasswordException e) {
                throw new BrokenPdfException("is encrypted", e);
            } catch (StackOverflowError e) {
                throw new BrokenPdfException("is nested too deeply", e);
            } catch (OutOfMemoryError e) {
                throw new BrokenPdfException("needs too much memory", e);
            }
        });
    }

    private static void write(BufferedImage image, Path target) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (FileImageOutputStream out = new FileImageOutputStream(target.toFile())) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(JPEG_QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
            image.flush();
        }
    }
}
