package io.eventjobs.document.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;

/** Writes images as JPEG and scales them down. */
final class JpegFile {
    /** The width of a thumbnail in pixels. */
    static final int SMALL_WIDTH = 320;

    private static final float QUALITY = 0.85f;
    private static final int MAX_SMALL_SIDE = 1_280;
    private static final long MAX_PIXELS = 60_000_000;

    private JpegFile() {}

    static void write(BufferedImage image, Path target) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (FileImageOutputStream out = new FileImageOutputStream(target.toFile())) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
            image.flush();
        }
    }

    /**
     * Creates a thumbnail of an image in any format that this JVM supports. Decodes no more pixels than needed.
     *
     * @throws IOException also if the file is not an image or has too many pixels
     */
    static void writeSmall(Path image, Path target) throws IOException {
        try (ImageInputStream in = new FileImageInputStream(image.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no image that can be read");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                write(scaled(sampled(reader)), target);
            } catch (RuntimeException e) {
                throw new IOException("a broken image", e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage sampled(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS) {
            throw new IOException("too many pixels");
        }
        int step = Math.max(1, width / (2 * SMALL_WIDTH));
        ImageReadParam every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, every);
    }

    private static BufferedImage scaled(BufferedImage image) {
        double shrink = Math.min((double) SMALL_WIDTH / image.getWidth(), (double) MAX_SMALL_SIDE / image.getHeight());
        int width = Math.max(1, (int) Math.round(image.getWidth() * Math.min(1, shrink)));
        int height = Math.max(1, (int) Math.round(image.getHeight() * Math.min(1, shrink)));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return small;
    }
}
