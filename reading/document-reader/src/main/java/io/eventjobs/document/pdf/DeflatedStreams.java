package io.eventjobs.document.pdf;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Finds compressed streams in a PDF that unpack to more than any page needs. A parser unpacks a whole stream in memory, so a megabyte that
 * unpacks to gigabytes would exhaust the memory of all jobs. Scans the raw bytes before any parser sees them; streams that it cannot
 * recognize, in encrypted files, are left to the parser's own limits.
 */
final class DeflatedStreams {
    /** Enough for an image of 40 megapixels in colour. */
    static final long MAX_BYTES = 128L << 20;

    /** Enough for a long deck of uncompressed images; also bounds the work on a file in which streams begin inside other streams. */
    static final long MAX_TOTAL_BYTES = 4L << 30;

    private static final byte[] KEYWORD = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final int MAX_LAYERS = 3;
    private static final int CHUNK = 64 << 10;

    private final Path file;
    private final long max;
    private long left;

    private DeflatedStreams(Path file, long max, long maxInAll) {
        this.file = file;
        this.max = max;
        this.left = maxInAll;
    }

    /** Whether one stream unpacks to more than {@code max} bytes, or all together to more than {@code maxInAll}. */
    static boolean exceed(Path file, long max, long maxInAll) throws IOException {
        return new DeflatedStreams(file, max, maxInAll).exceed();
    }

    private boolean exceed() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
            long position = 0;
            int matched = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                position++;
                matched = next == KEYWORD[matched] ? matched + 1 : next == KEYWORD[0] ? 1 : 0;
                if (matched == KEYWORD.length) {
                    matched = 0;
                    int lineBreak = lineBreak(in);
                    if (isDeflated(in, lineBreak) && unpacksToMore(position + lineBreak)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private boolean unpacksToMore(long position) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(position);
            InputStream data = new BufferedInputStream(in, CHUNK);
            for (int layer = 0; layer < MAX_LAYERS && isDeflated(data, 0); layer++) {
                data = new BufferedInputStream(new InflaterInputStream(data), CHUNK);
            }
            return countUp(data);
        } catch (ZipException | EOFException e) {
            // Damaged from here on: a parser would get no more than was counted.
            return false;
        }
    }

    private boolean countUp(InputStream data) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long bytes = 0;
        for (int read = data.read(chunk); read >= 0; read = data.read(chunk)) {
            bytes += read;
            left -= read;
            if (bytes > max || left < 0) {
                return true;
            }
        }
        return false;
    }

    /** The length of the line break before the data. */
    private static int lineBreak(InputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        if (first == '\r') {
            return second == '\n' ? 2 : 1;
        }
        return first == '\n' ? 1 : 0;
    }

    /** Checks the header of RFC 1950: method 8, and a checksum that one in 31 random values passes. */
    private static boolean isDeflated(InputStream in, int offset) throws IOException {
        in.mark(offset + 2);
        in.skipNBytes(Math.min(offset, 2));
        int method = in.read();
        int flags = in.read();
        in.reset();
        return method >= 0 && flags >= 0 && (method & 0x0F) == 8 && (method * 256 + flags) % 31 == 0;
    }
}
