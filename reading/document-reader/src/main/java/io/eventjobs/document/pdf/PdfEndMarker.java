package io.eventjobs.document.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The last line of a PDF. Some servers and editors append garbage after it; a truncated download lacks it. */
final class PdfEndMarker {
    private static final int MAX_GARBAGE = 16 << 10;

    private PdfEndMarker() {}

    static boolean isThere(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long begin = Math.max(0, channel.size() - MAX_GARBAGE);
            ByteBuffer tail = ByteBuffer.allocate((int) (channel.size() - begin));
            channel.position(begin);
            while (tail.hasRemaining() && channel.read(tail) >= 0) {
                // read until the buffer is full
                continue;
            }
            String end = new String(tail.array(), StandardCharsets.ISO_8859_1);
            return end.contains("%%EOF") || end.contains("startxref");
        }
    }
}
