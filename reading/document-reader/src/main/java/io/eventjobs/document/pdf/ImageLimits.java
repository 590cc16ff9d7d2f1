package io.eventjobs.document.pdf;

import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** Names under which ImageIO may have a decoder. */
    private static final Map<COSName, String> FORMATS =
            Map.of(COSName.JPX_DECODE, "JPEG2000", COSName.JBIG2_DECODE, "JBIG2");

    /** Of JBIG2: the shortest header of a segment before its data, the size in these, and types of segments. */
    private static final int SEGMENT_BYTES = 6;

    private static final int REGION_BYTES = 8;
    private static final int PAGE = 48;
    private static final int PATTERNS = 16;

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
        boolean isJbig2 = image.getStream().getFilters().contains(COSName.JBIG2_DECODE);
        if (isJbig2 && pixelsOfJbig2(image) > MAX_PIXELS) {
            throw new BrokenFileException("holds an image of too many pixels");
        }
    }

    /** The format of an image, or of its mask, that this process cannot decode. */
    static Optional<String> undecodable(PDImage image) throws IOException {
        if (!(image instanceof PDImageXObject object)) {
            return Optional.empty();
        }
        return undecodable(object).or(() -> {
            try {
                PDImageXObject mask = object.getSoftMask() == null ? object.getMask() : object.getSoftMask();
                return mask == null ? Optional.empty() : undecodable(mask);
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<String> undecodable(PDImageXObject image) {
        List<COSName> filters = image.getStream().getFilters();
        return FORMATS.entrySet().stream()
                .filter(format -> filters.contains(format.getKey()))
                .map(Map.Entry::getValue)
                .filter(format -> !ImageIO.getImageReadersByFormatName(format).hasNext())
                .findFirst();
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

    /** The largest pixel count that a page or region of the stream declares (ITU-T T.88 §7.2); its decoder allocates that much. */
    private static long pixelsOfJbig2(PDImageXObject image) throws IOException {
        try (InputStream in = image.createInputStream(List.of("JBIG2Decode"))) {
            ByteBuffer data = ByteBuffer.wrap(in.readNBytes(MAX_HEADER_BYTES));
            long pixels = 0;
            while (data.remaining() >= SEGMENT_BYTES + REGION_BYTES) {
                data.getInt();
                int flags = data.get();
                int type = flags & 0x3f;
                int referred = (data.get() & 0xff) >> 5;
                boolean isLong = (flags & 0x40) != 0;
                int skipped = referred + (isLong ? 4 : 1);
                if (referred > 4 || data.remaining() < skipped + 4 + REGION_BYTES) {
                    return pixels;
                }
                data.position(data.position() + skipped);
                long length = data.getInt() & 0xffffffffL;
                boolean isSized = type == PAGE || type >= 4 && type < PAGE && type != PATTERNS;
                long width = data.getInt(data.position()) & 0xffffffffL;
                long height = data.getInt(data.position() + 4) & 0xffffffffL;
                boolean isStriped = height == 0xffffffffL;
                pixels = isSized && !isStriped ? Math.max(pixels, multiplied(width, height)) : pixels;
                if (length > data.remaining()) {
                    return pixels;
                }
                data.position(data.position() + (int) length);
            }
            return pixels;
        }
    }

    private static long multiplied(long width, long height) {
        return width > MAX_PIXELS || height > MAX_PIXELS ? Long.MAX_VALUE : width * height;
    }
}
