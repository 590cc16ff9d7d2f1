package io.eventjobs.gateway.archive;

import io.eventjobs.artifact.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The central directory of a stored ZIP, read from its end with one request, or two if it is long. A worker wrote it, so nothing in it is
 * relied on for more than a checksum; a directory that is not understood is empty.
 */
final class ZipDirectory {
    private static final int TAIL = 64 << 10;
    private static final int MAX_BYTES = 16 << 20;
    private static final int END_BYTES = 22;
    private static final int ENTRY_BYTES = 46;

    private final Map<String, Entry> entries;

    private ZipDirectory(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** @param bytes the size of the ZIP */
    static ZipDirectory read(ArtifactStore store, String key, long bytes) throws IOException {
        if (bytes < END_BYTES) {
            return new ZipDirectory(Map.of());
        }
        ByteBuffer tail = read(store, key, Math.max(0, bytes - TAIL), bytes);
        int end = tail.limit() - END_BYTES;
        if (tail.getInt(end) != 0x06054b50) {
            return new ZipDirectory(Map.of());
        }
        long size = Integer.toUnsignedLong(tail.getInt(end + 12));
        long offset = Integer.toUnsignedLong(tail.getInt(end + 16));
        if (size > MAX_BYTES || offset + size > bytes - END_BYTES || size == 0) {
            return new ZipDirectory(Map.of());
        }
        long tailOffset = bytes - tail.limit();
        ByteBuffer directory = offset >= tailOffset
                ? tail.slice((int) (offset - tailOffset), (int) size).order(ByteOrder.LITTLE_ENDIAN)
                : read(store, key, offset, offset + size);
        return new ZipDirectory(entries(directory));
    }

    /** The CRC-32 of the file at this path, if there is one of this size. */
    Optional<Integer> crc32(String path, long bytes) {
        return Optional.ofNullable(entries.get(path))
                .filter(entry -> entry.bytes() == bytes)
                .map(Entry::crc32);
    }

    private static Map<String, Entry> entries(ByteBuffer directory) {
        Map<String, Entry> entries = new HashMap<>();
        int at = 0;
        while (at + ENTRY_BYTES <= directory.limit() && directory.getInt(at) == 0x02014b50) {
            int name = Short.toUnsignedInt(directory.getShort(at + 28));
            int rest =
                    Short.toUnsignedInt(directory.getShort(at + 30)) + Short.toUnsignedInt(directory.getShort(at + 32));
            if (at + ENTRY_BYTES + name > directory.limit()) {
                break;
            }
            byte[] path = new byte[name];
            directory.get(at + ENTRY_BYTES, path);
            long bytes = Integer.toUnsignedLong(directory.getInt(at + 24));
            entries.put(new String(path, StandardCharsets.UTF_8), new Entry(bytes, directory.getInt(at + 16)));
            at += ENTRY_BYTES + name + rest;
        }
        return entries;
    }

    private static ByteBuffer read(ArtifactStore store, String key, long from, long to) throws IOException {
        try (InputStream content = store.open(key, from, to - from)) {
            return ByteBuffer.wrap(content.readNBytes((int) (to - from))).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private record Entry(long bytes, int crc32) {}
}
