package io.eventjobs.document.archive;

import io.eventjobs.document.process.BrokenFileException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An open ZIP of untrusted origin with a bounded directory. Each entry is read up to a limit set by the caller, regardless of its declared
 * size. Not thread-safe.
 */
public final class BoundedZip implements AutoCloseable {
    private static final int MAX_ENTRIES = 10_000;
    private static final long MAX_DIRECTORY_BYTES = 4L << 20;
    private static final int END_BYTES = 22;
    private static final int MAX_COMMENT_LENGTH = 65_535;
    private static final int END_SIGNATURE = 0x06054b50;

    private final ZipFile zip;

    private BoundedZip(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws BrokenFileException if it is not a readable ZIP, or its directory is too large */
    public static BoundedZip open(Path file) throws BrokenFileException {
        try {
            requireSmallDirectory(file);
            return new BoundedZip(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokenFileException("cannot be read", e);
        }
    }

    /** In directory order; names may be duplicated. */
    public List<ZipEntry> entries() {
        return zip.stream().<ZipEntry>map(entry -> entry).toList();
    }

    /** The entry with this name, if any. */
    public Optional<ZipEntry> entry(String name) {
        return Optional.ofNullable(zip.getEntry(name));
    }

    /** Opens an entry; reading beyond {@code max} bytes fails with {@link TooLargeException}. */
    public InputStream open(ZipEntry entry, long max) throws IOException {
        return new Bounded(zip.getInputStream(entry), max);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Must run before a library loads the directory into memory. */
    private static void requireSmallDirectory(Path file) throws IOException, BrokenFileException {
        try (FileChannel channel = FileChannel.open(file)) {
            long start = Math.max(0, channel.size() - END_BYTES - MAX_COMMENT_LENGTH);
            ByteBuffer tail =
                    ByteBuffer.allocate((int) (channel.size() - start)).order(ByteOrder.LITTLE_ENDIAN);
            while (tail.hasRemaining() && channel.read(tail, start + tail.position()) >= 0) {
                // Read until the buffer is full.
            }
            boolean found = false;
            for (int end = tail.position() - END_BYTES; end >= 0; end--) {
                if (tail.getInt(end) == END_SIGNATURE) {
                    requireSmall(tail, end);
                    found = true;
                }
            }
            if (!found) {
                throw new BrokenFileException("is cut off, or no ZIP");
            }
        }
    }

    /** A comment may contain another end record, and libraries differ in which they take: all must be within bounds. */
    private static void requireSmall(ByteBuffer tail, int end) throws BrokenFileException {
        int entries = Short.toUnsignedInt(tail.getShort(end + 10));
        long bytes = Integer.toUnsignedLong(tail.getInt(end + 12));
        boolean isZip64 = tail.getInt(end + 16) == -1;
        if (entries > MAX_ENTRIES || bytes > MAX_DIRECTORY_BYTES || isZip64) {
            throw new BrokenFileException("has more entries than any slides have");
        }
    }

    /** An entry is larger than allowed. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("an entry unpacks to more than it may");
        }
    }

    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long max) {
            super(in);
            this.left = max;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = in.skip(count);
            count(skipped);
            return skipped;
        }

        private void count(long bytes) throws TooLargeException {
            left -= bytes;
            if (left < 0) {
                throw new TooLargeException();
            }
        }
    }
}
