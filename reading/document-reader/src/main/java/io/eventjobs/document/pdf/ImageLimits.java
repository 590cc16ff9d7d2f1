package io.eventjobs.document.pdf;

import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/**
 * Checks each image before it is drawn in this process: one with an excessive number of pixels would exhaust the memory of all jobs. For a
 * JPEG the size is taken from its own header, since the PDF may state a false one.
 */
final class ImageLimits {
    private static final long MAX_PIXELS = 40_000_000;
    private static final int MAX_HEADER_BYTES = 1 << 20;

    private ImageLimits() {}

    static void require(PDImage image) throws IOException, BrokenFileException {
        requireModest(image);
        if (image instanceof PDImageXObject object) {
            requireDrawable(object);
            requireMask(object.getSoftMask());
            requireMask(object.getMask());
        }
    }

    private static void requireMask(@Nullable PDImageXObject mask) throws IOException, BrokenFileException {
        if (mask != null) {
            requireModest(mask);
            requireDrawable(mask);
        }
    }

    private static void requireModest(PDImage image) throws BrokenFileException {
        if ((long) image.getWidth() * image.getHeight() > MAX_PIXELS) {
            throw new BrokenFileException("holds an image of too many pixels");
        }
    }

    private static void requireDrawable(PDImageXObject image) throws IOException, BrokenFileException {
        boolean isJpeg = image.getStream().getFilters().contains(COSName.DCT_DECODE);
        if (isJpeg && pixelsOfJpeg(image) > MAX_PIXELS) {
            throw new BrokenFileException("holds an image of too many pixels");
        }
        requireReader(image, COSName.JPX_DECODE, "JPEG2000");
        requireReader(image, COSName.JBIG2_DECODE, "JBIG2");
    }

    /** Without an image reader the page would be drawn without the image, leaving nothing of a scanned page. */
    private static void requireReader(PDImageXObject image, COSName filter, String format) throws BrokenFileException {
        if (image.getStream().getFilters().contains(filter)
                && !ImageIO.getImageReadersByFormatName(format).hasNext()) {
            throw new BrokenFileException("holds an image in " + format + ", which only poppler draws");
        }
    }

    /** The pixel count in the frame header; 0 if there is none near the start. */
    private static long pixelsOfJpeg(PDImageXObject image) throws IOException {
        try (InputStream in = image.createInputStream(List.of("DCTDecode", "DCT"))) {
            byte[] head = in.readNBytes(MAX_HEADER_BYTES);
            for (int i = 0; i + 8 < head.length; i++) {
                int marker = head[i + 1] & 0xff;
                boolean isFrame = (head[i] & 0xff) == 0xff
                        && marker >= 0xc0
                        && marker <= 0xcf
                        && marker != 0xc4
                        && marker != 0xc8
                        && marker != 0xcc;
                if (isFrame) {
                    long height = (head[i + 5] & 0xffL) << 8 | head[i + 6] & 0xff;
                    long width = (head[i + 7] & 0xffL) << 8 | head[i + 8] & 0xff;
                    return width * height;
                }
            }
            return 0;
        }
    }
}
