package io.eventjobs.document.office.xml;

import io.eventjobs.document.archive.BoundedZip;
import io.eventjobs.document.process.BrokenFileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;

/** Bounds the XML of a file before any of it is parsed into trees. */
final class XmlVolume {
    private static final long MAX_XML_BYTES = 12L << 20;
    private static final int SNIFFED_BYTES = 8 << 10;
    private static final byte EBCDIC_LESS_THAN = 0x4c;

    /** White space, and the byte order marks of UTF-8, UTF-16 and UTF-32, whose other bytes are zero. */
    private static final String BEFORE_MARKUP = "\0\t\n\r \u00ef\u00bb\u00bf\u00fe\u00ff";

    private XmlVolume() {}

    /** Any part may be XML, whatever its name: the content types, which this does not read, decide. */
    static void requireModest(Path file) throws BrokenFileException, IOException {
        long left = MAX_XML_BYTES;
        try (BoundedZip zip = BoundedZip.open(file)) {
            for (ZipEntry entry : zip.entries()) {
                try (InputStream in = new BufferedInputStream(zip.open(entry, Long.MAX_VALUE))) {
                    left -= isMarkup(in) ? count(in, left) : 0;
                }
                if (left < 0) {
                    throw new BrokenFileException(
                            "holds more than " + (MAX_XML_BYTES >> 20) + " MiB of text and layout");
                }
            }
        }
    }

    /** XML begins with "<" in any encoding, after a byte order mark and white space. Pictures, films and fonts do not. */
    private static boolean isMarkup(InputStream in) throws IOException {
        in.mark(SNIFFED_BYTES);
        byte[] start = in.readNBytes(SNIFFED_BYTES);
        in.reset();
        for (byte next : start) {
            if (BEFORE_MARKUP.indexOf(next & 0xff) < 0) {
                return next == '<' || next == EBCDIC_LESS_THAN;
            }
        }
        // White space only.
        return true;
    }

    /** Up to one byte more than the maximum. */
    private static long count(InputStream in, long max) throws IOException {
        byte[] chunk = new byte[SNIFFED_BYTES];
        long bytes = 0;
        for (int read = in.read(chunk); read >= 0 && bytes <= max; read = in.read(chunk)) {
            bytes += read;
        }
        return bytes;
    }
}
