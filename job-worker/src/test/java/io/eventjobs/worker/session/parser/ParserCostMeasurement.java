package io.eventjobs.worker.session.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.DocumentReader;
import io.eventjobs.document.FileFormat;
import io.eventjobs.document.InProcessReader;
import io.eventjobs.document.InstalledPrograms;
import io.eventjobs.document.ReadRequest;
import io.eventjobs.document.fixture.OfficeFiles;
import io.eventjobs.document.fixture.Pdfs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a document costs more in a parser process than in the worker's own; not run with the tests. Writes target/parser-cost.txt. */
class ParserCostMeasurement {
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 11;

    @TempDir
    private Path folder;

    private final StringBuilder table =
            new StringBuilder("| file | in the worker | in a parser process |\n|---|---|---|\n");

    @Test
    void comparesTheMedians() throws Exception {
        InstalledPrograms programs = InstalledPrograms.withoutOffice();
        try (IsolatedDocumentReader isolated = Parsers.start(Parsers.limits(), programs)) {
            DocumentReader own = InProcessReader.using(programs);
            String[] texts =
                    IntStream.range(0, 20).mapToObj(page -> "Slide " + page).toArray(String[]::new);
            compare("PDF of 1 page", Pdfs.slides("words"), own, isolated);
            compare("PDF of 20 pages", Pdfs.slides(texts), own, isolated);
            compare("DOCX without images of its pages", OfficeFiles.docx(), own, isolated);
        }
        try (IsolatedTextReader isolated = Parsers.startForTexts(Parsers.limits())) {
            TextReader own = new InProcessTextReader();
            comparePages("page of 20 KB, never in a parser process", 20 << 10, own, isolated);
            comparePages("page of 300 KB", 300 << 10, own, isolated);
            comparePages("page of 1 MB", 1 << 20, own, isolated);
        }
        Files.writeString(Path.of("target", "parser-cost.txt"), table);
    }

    private void compare(String name, byte[] content, DocumentReader own, DocumentReader isolated)
            throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("file"), content);
        table.append("| ").append(name);
        for (DocumentReader reader : new DocumentReader[] {own, isolated}) {
            long[] nanos = new long[ROUNDS];
            for (int i = -WARM_UP; i < ROUNDS; i++) {
                long start = System.nanoTime();
                read(reader, file);
                nanos[Math.max(0, i)] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            table.append(" | ")
                    .append(Duration.ofNanos(nanos[ROUNDS / 2]).toNanos() / 100_000 / 10.0)
                    .append(" ms");
        }
        table.append(" |\n");
    }

    private void comparePages(String name, int size, TextReader own, TextReader isolated) throws Exception {
        String html = "<html lang=en><title>A talk</title><article><h1>A talk</h1>"
                + "<p>More words of the abstract, with <a href=/a.pdf>slides</a>, which is a long one.</p>"
                        .repeat(size / 90);
        Path file = Files.writeString(folder.resolve("page"), html);
        TextReader.PageFile page =
                new TextReader.PageFile(file, "text/html", "utf-8", URI.create("https://conference.example/talk"));
        table.append("| ").append(name);
        for (TextReader reader : new TextReader[] {own, isolated}) {
            long[] nanos = new long[ROUNDS];
            for (int i = -WARM_UP; i < ROUNDS; i++) {
                long start = System.nanoTime();
                assertThat(reader.page(page).isEmpty()).isFalse();
                nanos[Math.max(0, i)] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            table.append(" | ").append(nanos[ROUNDS / 2] / 100_000 / 10.0).append(" ms");
        }
        table.append(" |\n");
    }

    private void read(DocumentReader reader, Path file) throws IOException, InterruptedException {
        Path images = Files.createTempDirectory(folder, "images");
        assertThat(reader.read(ReadRequest.of(file, images), FileFormat.of(file, null), (pages, of) -> {})
                        .isEmpty())
                .isFalse();
    }
}
