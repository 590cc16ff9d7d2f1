package io.eventjobs.worker.session.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the first bytes of a picture say. The picture is not decoded, and its content type is not trusted.
 *
 * @param width in pixels, 1 at least
 * @param height in pixels, 1 at least
 */
public record PictureHeader(PictureType type, int width, int height) {
    /** So many bytes are enough, even with the metadata that cameras write before the size of a JPEG. */
    public static final int BYTES = 1 << 20;

    private static final int TINY = 8;

    /** Empty if it has none of the types, or its size is not within these bytes. */
    public static Optional<PictureHeader> of(byte[] start) {
        ByteBuffer bytes = ByteBuffer.wrap(start);
        if (has(start, 0, "\u0089PNG\r\n\u001a\n") && has(start, 12, "IHDR") && start.length >= 24) {
            return sized(PictureType.PNG, bytes.getInt(16), bytes.getInt(20));
        }
        if ((has(start, 0, "GIF87a") || has(start, 0, "GIF89a")) && start.length >= 10) {
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            return sized(PictureType.GIF, bytes.getShort(6) & 0xffff, bytes.getShort(8) & 0xffff);
        }
        if (has(start, 0, "\u00ff\u00d8\u00ff")) {
            return jpeg(bytes);
        }
        if (has(start, 0, "RIFF") && has(start, 8, "WEBP") && start.length >= 30) {
            return webp(start, bytes.order(ByteOrder.LITTLE_ENDIAN));
        }
        return has(start, 4, "ftyp") ? avif(start, bytes) : Optional.empty();
    }

    /** Whether it is a tracking pixel or a spacer. */
    public boolean isTiny() {
        return width < TINY || height < TINY;
    }

    /** Skips segments up to the one that starts a frame. */
    private static Optional<PictureHeader> jpeg(ByteBuffer bytes) {
        int at = 2;
        while (at + 9 <= bytes.limit() && (bytes.get(at) & 0xff) == 0xff) {
            int marker = bytes.get(at + 1) & 0xff;
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) {
                return sized(PictureType.JPEG, bytes.getShort(at + 7) & 0xffff, bytes.getShort(at + 5) & 0xffff);
            }
            boolean alone = marker == 0xff || marker == 0x01 || marker >= 0xd0 && marker <= 0xd8;
            at += marker == 0xff ? 1 : alone ? 2 : 2 + (bytes.getShort(at + 2) & 0xffff);
        }
        return Optional.empty();
    }

    private static Optional<PictureHeader> webp(byte[] start, ByteBuffer bytes) {
        if (has(start, 12, "VP8X")) {
            return sized(PictureType.WEBP, 1 + (bytes.getInt(24) & 0xffffff), 1 + (bytes.getInt(26) >>> 8));
        }
        if (has(start, 12, "VP8L")) {
            int bits = bytes.getInt(21);
            return sized(PictureType.WEBP, 1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff));
        }
        boolean lossy = has(start, 12, "VP8 ");
        return lossy
                ? sized(PictureType.WEBP, bytes.getShort(26) & 0x3fff, bytes.getShort(28) & 0x3fff)
                : Optional.empty();
    }

    /** The largest size that it names: it may hold a thumbnail as well. */
    private static Optional<PictureHeader> avif(byte[] start, ByteBuffer bytes) {
        int brands = start.length < 16 ? 0 : Math.clamp(bytes.getInt(0), 16, Math.min(start.length, 256));
        String named = new String(start, 0, brands, StandardCharsets.ISO_8859_1);
        if (!named.contains("avif") && !named.contains("avis")) {
            return Optional.empty();
        }
        int width = 0;
        int height = 0;
        for (int at = brands; at + 16 <= start.length; at++) {
            if (start[at] == 'i' && has(start, at, "ispe")) {
                width = Math.max(width, bytes.getInt(at + 8));
                height = Math.max(height, bytes.getInt(at + 12));
            }
        }
        return sized(PictureType.AVIF, width, height);
    }

    private static Optional<PictureHeader> sized(PictureType type, int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new PictureHeader(type, width, height)) : Optional.empty();
    }

    private static boolean has(byte[] start, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= start.length || (start[at + i] & 0xff) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
