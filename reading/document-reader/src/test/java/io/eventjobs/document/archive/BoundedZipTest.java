package io.eventjobs.document.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.document.process.BrokenFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedZipTest {
    private static final int END_BYTES = 22;

    @TempDir
    private Path folder;

    @Test
    void refusesManyEntriesBehindAnEndRecordInTheComment() throws IOException {
        ByteBuffer harmless = ByteBuffer.allocate(END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        harmless.putInt(0x06054b50);
        String comment = new String(harmless.array(), StandardCharsets.ISO_8859_1) + "and more";

        refused(zip(10_001, comment));
    }

    @Test
    void refusesADirectoryWhosePlaceIsInAZip64Record() throws IOException {
        byte[] zip = zip(1, "");
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(zip.length - END_BYTES + 16, -1);

        refused(zip);
    }

    @Test
    void opensAZipWithAComment() throws Exception {
        try (BoundedZip zip = BoundedZip.open(file(zip(3, "made for a test")))) {
            assertThat(zip.entries()).hasSize(3);
        }
    }

    private void refused(byte[] zip) throws IOException {
        Path file = file(zip);
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> BoundedZip.open(file).close())
                .withMessage("has more entries than any slides have");
    }

    private Path file(byte[] zip) throws IOException {
        return Files.write(folder.resolve("file.zip"), zip);
    }

    private static byte[] zip(int entries, String comment) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.ISO_8859_1)) {
            zip.setComment(comment);
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry(Integer.toString(i)));
            }
        }
        return bytes.toByteArray();
    }
}
