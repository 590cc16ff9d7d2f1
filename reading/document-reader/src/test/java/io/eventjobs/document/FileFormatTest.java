package io.eventjobs.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.fixture.OfficeFiles;
import io.eventjobs.document.fixture.Pdfs;
import io.eventjobs.document.fixture.PowerPointFiles;
import io.eventjobs.document.office.OfficeFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormatTest {
    @TempDir
    private Path folder;

    @Test
    void isDetectedFromTheContent() throws Exception {
        assertThat(of(Pdfs.slides("x"))).isEqualTo(new FileFormat.Pdf());
        assertThat(of(PowerPointFiles.pptx(1))).isEqualTo(new FileFormat.Office(OfficeFormat.PPTX));
        assertThat(of(OfficeFiles.docx(""))).isEqualTo(new FileFormat.Office(OfficeFormat.DOCX));
        assertThat(of(OfficeFiles.odp(""))).isEqualTo(new FileFormat.Office(OfficeFormat.ODP));
        assertThat(of(OfficeFiles.odt(""))).isEqualTo(new FileFormat.Office(OfficeFormat.ODT));
        assertThat(of(OfficeFiles.png())).isEqualTo(new FileFormat.Picture(".png"));
        assertThat(of(OfficeFiles.zip("a.pdf", Pdfs.slides("x")))).isEqualTo(new FileFormat.Archive());
    }

    @Test
    void namesTheFilesOfOtherPrograms() throws Exception {
        String workbook =
                "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";

        assertThat(of(OfficeFiles.zip("[Content_Types].xml", workbook.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new FileFormat.Other("a spreadsheet"));
        assertThat(of(zipOfType("application/vnd.oasis.opendocument.spreadsheet")))
                .isEqualTo(new FileFormat.Other("a spreadsheet"));
        assertThat(of(zipOfType("application/vnd.oasis.opendocument.graphics")))
                .isEqualTo(new FileFormat.Other("a drawing"));
        assertThat(of(zipOfType("application/epub+zip\n"))).isEqualTo(new FileFormat.Other("an e-book"));
        assertThat(of(zipOfType("text/plain"))).isEqualTo(new FileFormat.Archive());
    }

    private static byte[] zipOfType(String type) throws IOException {
        return OfficeFiles.zip("mimetype", type.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void findsAPdfBehindSomeRubbishButNotWithinAnArchive() throws Exception {
        byte[] pdf = Pdfs.slides("x");
        byte[] late = new byte[pdf.length + 100];
        System.arraycopy(pdf, 0, late, 100, pdf.length);

        assertThat(of(late)).isEqualTo(new FileFormat.Pdf());
        assertThat(of(OfficeFiles.zip("%PDF-1.4", new byte[0]))).isEqualTo(new FileFormat.Archive());
    }

    @ParameterizedTest
    @CsvSource({
        "'<!doctype html><p>log in', a web page",
        "'\n  <HTML>', a web page",
        "'<?xml version=\"1.0\"?><html>', a web page",
        "'', an empty file",
        "'hello', a file of type text/plain"
    })
    void namesUnreadableFormats(String content, String name) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), content);

        assertThat(FileFormat.of(file, "text/plain")).isEqualTo(new FileFormat.Other(name));
    }

    @Test
    void knowsOldFilesAndEncryptedOnes() throws Exception {
        byte[] head = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        byte[] name = "PowerPoint Document".getBytes(StandardCharsets.UTF_16LE);
        byte[] ppt = new byte[2 << 20];
        System.arraycopy(head, 0, ppt, 0, head.length);
        System.arraycopy(name, 0, ppt, (1 << 20) - 7, name.length);

        assertThat(of(ppt)).isEqualTo(new FileFormat.Office(OfficeFormat.PPT));
        assertThat(of(PowerPointFiles.encryptedPptx("secret")))
                .isEqualTo(new FileFormat.Other("an office file that is encrypted and needs a password"));
    }

    @Test
    void readsNoArchiveWhoseDirectoryIsMadeToFillMemory() throws Exception {
        Object[] many = new Object[2 * 10_001];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "n" + i;
            many[i + 1] = new byte[0];
        }

        assertThat(of(OfficeFiles.zip(many))).isInstanceOf(FileFormat.Other.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.test/x.key", "https://a.test/x.html?d=1", "https://a.test/x.GRC#p"})
    void knowsSomeAddressesThatNeedNotBeFetched(String address) {
        assertThat(FileFormat.unreadable(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://a.test/x.pdf", "https://a.test/x.pptx", "https://a.test/x", "https://a.test/x.zip"})
    void fetchesTheOthers(String address) {
        assertThat(FileFormat.unreadable(address)).isEmpty();
    }

    private FileFormat of(byte[] content) throws Exception {
        return FileFormat.of(Files.write(folder.resolve("file"), content), null);
    }
}
