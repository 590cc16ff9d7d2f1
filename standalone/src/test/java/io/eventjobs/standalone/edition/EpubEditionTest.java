package io.eventjobs.standalone.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.adobe.epubcheck.api.EpubCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpubEditionTest {
    @TempDir
    private Path folder;

    private Path book;

    @BeforeEach
    void write() throws IOException {
        book = folder.resolve("days.epub");
        Edition edition = new Editions(folder)
                .with(
                        "Tools & <more>",
                        "How to test",
                        "2026-10-03",
                        "A \u0001 *text*, <b>html</b> &nbsp; and\n\n1. one\n\n| a |\n|---|\n| b |")
                .with("Keynotes", "Opening", "2026-10-03", "[l](https://conf.test/?a=1&b=2) <br> ~ `x < y && z`")
                .edition();
        new EpubEdition(edition, Instant.parse("2026-10-05T10:00:00.123Z")).write(book);
    }

    @Test
    void isAValidEpub() {
        StringWriter messages = new StringWriter();
        int result = new EpubCheck(book.toFile(), new PrintWriter(messages, true)).doValidate();

        assertThat(result).as(messages.toString()).isZero();
    }

    @Test
    void beginsWithItsTypeUncompressed() throws IOException {
        try (InputStream in = Files.newInputStream(book);
                ZipInputStream zip = new ZipInputStream(in)) {
            ZipEntry first = zip.getNextEntry();

            assertThat(first).isNotNull();
            assertThat(first.getName()).isEqualTo("mimetype");
            assertThat(first.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(zip.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("application/epub+zip");
        }
    }

    @Test
    void itsContentsAreTheSessionsByTrack() throws IOException {
        try (ZipFile zip = new ZipFile(book.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("EPUB/nav.xhtml"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .containsSubsequence(
                            "<span>Keynotes</span>",
                            ">Opening<",
                            "<span>Tools &amp; &lt;more&gt;</span>",
                            ">How to test<");
        }
    }
}
