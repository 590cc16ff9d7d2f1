package io.eventjobs.document.office;

import io.eventjobs.document.archive.BoundedZip;
import io.eventjobs.document.process.BrokenFileException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * Finds SVG pictures that refer to other files. LibreOffice draws what they name, local files included, and no setting of its profile
 * prevents that.
 */
final class SvgReferences {
    /** LibreOffice recognizes pictures by their content, whatever their names, in their first two kilobytes. */
    private static final int START_BYTES = 64 << 10;

    private static final int MAX_SVG_BYTES = 8 << 20;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final Pattern SVG = Pattern.compile("<(?:[\\w.-]{1,50}:)?svg[\\s/>]");

    /** Anything but a fragment of the same file or the data of a raster image; entities may name files, too. */
    private static final Pattern REFERENCE = Pattern.compile(
            "(?:href|src)\\s*=\\s*[\"'](?!\\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,]))"
                    + "|url\\(\\s*[\"']?(?!#)|@import|<!ENTITY|<\\?xml-stylesheet",
            Pattern.CASE_INSENSITIVE);

    private SvgReferences() {}

    /** @throws BrokenFileException if the file contains such a picture, or an SVG that is too large to check */
    static void refuse(Path file) throws BrokenFileException, IOException {
        try (BoundedZip zip = BoundedZip.open(file)) {
            for (ZipEntry entry : zip.entries()) {
                try (InputStream in = zip.open(entry, Long.MAX_VALUE)) {
                    refuse(in);
                } catch (ZipException | EOFException e) {
                    // What cannot be unpacked is not drawn either.
                    continue;
                }
            }
        }
    }

    private static void refuse(InputStream entry) throws BrokenFileException, IOException {
        PushbackInputStream content = new PushbackInputStream(entry, 2);
        byte[] magic = content.readNBytes(2);
        content.unread(magic);
        InputStream unpacked = isGzip(magic) ? new GZIPInputStream(content) : content;
        byte[] start = unpacked.readNBytes(START_BYTES);
        if (!SVG.matcher(text(start)).find()) {
            return;
        }
        byte[] rest = unpacked.readNBytes(MAX_SVG_BYTES);
        if (rest.length == MAX_SVG_BYTES
                || REFERENCE.matcher(text(start) + text(rest)).find()) {
            throw new BrokenFileException("contains a picture that refers to other files");
        }
    }

    private static boolean isGzip(byte[] magic) {
        return magic.length == 2 && ((magic[0] & 0xff) << 8 | magic[1] & 0xff) == GZIP_MAGIC;
    }

    /** Without the zero bytes of UTF-16, so that its text is found as well. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
    }
}
