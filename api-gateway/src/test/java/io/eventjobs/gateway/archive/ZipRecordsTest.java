package io.eventjobs.gateway.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The records, read by the platform's own reader from files that are mostly holes. */
class ZipRecordsTest {
    private static final long FIVE_GIB = 5L << 30;

    @TempDir
    private Path folder;

    @Test
    void anEntryOfMoreThanFourGibAndOneBehindItAreFound() throws IOException {
        byte[] large = ZipRecords.localHeader("large.bin", FIVE_GIB, 7);
        byte[] small = ZipRecords.localHeader("größe.md", 5, 8);
        long second = large.length + FIVE_GIB;
        long directory = second + small.length + 5;
        byte[] ofLarge = ZipRecords.directoryEntry("large.bin", FIVE_GIB, 7, 0);
        byte[] ofSmall = ZipRecords.directoryEntry("größe.md", 5, 8, second);
        Path file = folder.resolve("large.zip");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(large);
            out.seek(second);
            out.write(small);
            out.write("Hello".getBytes(StandardCharsets.UTF_8));
            out.write(ofLarge);
            out.write(ofSmall);
            out.write(ZipRecords.end(2, directory, ofLarge.length + ofSmall.length));
        }

        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = Objects.requireNonNull(zip.getEntry("größe.md"));
            assertThat(zip.getInputStream(entry)).hasContent("Hello");
            assertThat(entry.getCrc()).isEqualTo(8);
            assertThat(Objects.requireNonNull(zip.getEntry("large.bin")).getSize())
                    .isEqualTo(FIVE_GIB);
        }
    }

    @Test
    void moreEntriesThanSixteenBitsCountAreFound() throws IOException {
        int entries = 70_000;
        Path file = folder.resolve("many.zip");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] header = ZipRecords.localHeader("a", 0, 0);
            out.write(header);
            List<byte[]> directory = Collections.nCopies(entries, ZipRecords.directoryEntry("a", 0, 0, 0));
            byte[] all = new byte[entries * directory.getFirst().length];
            for (int i = 0; i < entries; i++) {
                System.arraycopy(directory.get(i), 0, all, i * directory.get(i).length, directory.get(i).length);
            }
            out.write(all);
            out.write(ZipRecords.end(entries, header.length, all.length));
        }

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(entries);
        }
    }
}
