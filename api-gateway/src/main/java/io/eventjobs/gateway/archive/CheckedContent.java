package io.eventjobs.gateway.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The content of an object, whose end is an error if it has another length or checksum than the archive has said. */
final class CheckedContent extends FilterInputStream {
    private final ArchiveFile.OfJob file;
    private final long expected;
    private final @Nullable Integer crc32;
    private final CRC32 found = new CRC32();
    private long bytes;

    private CheckedContent(InputStream content, ArchiveFile.OfJob file, long expected, @Nullable Integer crc32) {
        super(content);
        this.file = file;
        this.expected = expected;
        this.crc32 = crc32;
    }

    static InputStream whole(InputStream content, ArchiveFile.OfJob file, int crc32) {
        return new CheckedContent(content, file, file.bytes(), crc32);
    }

    static InputStream part(InputStream content, ArchiveFile.OfJob file, long bytes) {
        return new CheckedContent(content, file, bytes, null);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            bytes += read;
            found.update(target, offset, read);
        }
        if (read < 0 && bytes != expected || bytes > expected) {
            throw new IOException("object " + file.key() + " has " + bytes + " bytes, not " + expected);
        }
        if (read < 0 && crc32 != null && (int) found.getValue() != crc32) {
            throw new IOException("object " + file.key() + " is not what the ZIP of its job contains");
        }
        return read;
    }
}
