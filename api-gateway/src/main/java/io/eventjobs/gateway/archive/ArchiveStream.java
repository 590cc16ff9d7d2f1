package io.eventjobs.gateway.archive;

import java.io.IOException;
import java.io.InputStream;

/** A range of a ZIP, segment after segment, one object open at a time. */
final class ArchiveStream extends InputStream {
    private final ArchiveZip.Segments segments;
    private final long end;
    private long at;
    private long segmentEnd;
    private InputStream current = InputStream.nullInputStream();

    ArchiveStream(ArchiveZip.Segments segments, long offset, long length) throws IOException {
        this.segments = segments;
        this.at = offset;
        this.end = offset + length;
        advance();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at < end) {
            int read = current.read(target, offset, length);
            if (read > 0) {
                at += read;
                if (at > segmentEnd) {
                    throw new IOException("a segment of the archive has more bytes than planned");
                }
                return read;
            }
            if (at < segmentEnd) {
                throw new IOException("a segment of the archive has fewer bytes than planned");
            }
            advance();
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        current.close();
    }

    private void advance() throws IOException {
        current.close();
        current = InputStream.nullInputStream();
        if (at < end) {
            int segment = segments.at(at);
            long begin = segments.begin(segment);
            segmentEnd = Math.min(end, segments.begin(segment + 1));
            current = segments.open(segment, at - begin, segmentEnd - begin);
        }
    }
}
