package io.eventjobs.document.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.document.fixture.OfficeFiles;
import io.eventjobs.document.fixture.Pdfs;
import io.eventjobs.document.fixture.PowerPointFiles;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentArchiveTest {
    @TempDir
    private Path folder;

    private final byte[] pdf = Pdfs.slides("x");

    DocumentArchiveTest() throws IOException {}

    @Test
    void takesDocumentsInTheOrderThatPeopleSortThemIn() throws Exception {
        byte[] zip = OfficeFiles.zip(
                "part 10.pdf",
                pdf,
                "Part 2.pdf",
                pdf,
                "part 1.pptx",
                PowerPointFiles.pptx(1),
                "notes.txt",
                new byte[9]);

        assertThat(names(zip)).containsExactly("part 1.pptx", "Part 2.pdf", "part 10.pdf");
    }

    @Test
    void returnsImagesOnlyIfThereAreNoDocuments() throws Exception {
        byte[] png = OfficeFiles.png();

        assertThat(names(OfficeFiles.zip("a.png", png, "b.pdf", pdf))).containsExactly("b.pdf");
        assertThat(names(OfficeFiles.zip("a.png", png, "c.txt", new byte[3]))).containsExactly("a.png");
    }

    @Test
    void leavesOutNamesThatWouldLeadElsewhere() throws Exception {
        byte[] zip = OfficeFiles.zip(
                "../a.pdf",
                pdf,
                "/b.pdf",
                pdf,
                "C:/c.pdf",
                pdf,
                "d\\e.pdf",
                pdf,
                "f/../../g.pdf",
                pdf,
                "h\0.pdf",
                pdf,
                "good.pdf",
                pdf,
                "GOOD.PDF",
                pdf,
                "__MACOSX/._good.pdf",
                pdf,
                ".hidden.pdf",
                pdf);

        try (DocumentArchive archive = open(zip)) {
            assertThat(archive.documents()).extracting(ZipEntry::getName).containsExactly("good.pdf");
            assertThat(archive.warnings()).singleElement().asString().startsWith("The archive has 7 entries");
        }
    }

    @Test
    void writesOnlyToTheGivenFile() throws Exception {
        byte[] zip = OfficeFiles.zip("good.pdf", pdf);
        Path target = folder.resolve("target");

        try (DocumentArchive archive = open(zip)) {
            archive.unpack(archive.documents().getFirst(), target);
        }

        assertThat(target).hasBinaryContent(pdf);
    }

    @Test
    void stopsUnpackingABomb() throws Exception {
        byte[] bomb = new byte[150 << 20];
        System.arraycopy(pdf, 0, bomb, 0, pdf.length);
        byte[] zip = OfficeFiles.zip("bomb.pdf", bomb);
        assertThat(zip.length).isLessThan(1 << 20);

        try (DocumentArchive archive = open(zip)) {
            ZipEntry entry = archive.documents().getFirst();
            assertThatExceptionOfType(BrokenFileException.class)
                    .isThrownBy(() -> archive.unpack(entry, folder.resolve("target")))
                    .withMessageContaining("unpacks to far more");
        }
        assertThat(Files.size(folder.resolve("target"))).isLessThan(100L * zip.length);
    }

    @Test
    void refusesEntriesThatShareTheirBytes() throws Exception {
        byte[] zip = OfficeFiles.zip("a.pdf", pdf, "b.pdf", pdf);

        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> open(overlapping(zip, pdf.length * 4)))
                .withMessage("has entries that overlap");
    }

    @Test
    void refusesTooManyEntriesAndTruncatedArchives() throws Exception {
        List<Object> many = new ArrayList<>();
        for (int i = 0; i <= 2_000; i++) {
            many.addAll(List.of("n" + i, new byte[0]));
        }
        byte[] whole = OfficeFiles.zip("a.pdf", pdf);

        assertThatExceptionOfType(BrokenFileException.class).isThrownBy(() -> open(OfficeFiles.zip(many.toArray())));
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> open(java.util.Arrays.copyOf(whole, whole.length - 30)));
    }

    /** Sets the compressed size that the directory declares for the last entry. */
    private static byte[] overlapping(byte[] zip, int packed) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        int entry = text.lastIndexOf("PK\u0001\u0002");
        byte[] changed = zip.clone();
        for (int i = 0; i < 4; i++) {
            changed[entry + 20 + i] = (byte) (packed >> 8 * i);
        }
        return changed;
    }

    private List<String> names(byte[] zip) throws Exception {
        try (DocumentArchive archive = open(zip)) {
            return archive.documents().stream().map(ZipEntry::getName).toList();
        }
    }

    private DocumentArchive open(byte[] zip) throws Exception {
        return DocumentArchive.open(Files.write(folder.resolve("file.zip"), zip));
    }
}
