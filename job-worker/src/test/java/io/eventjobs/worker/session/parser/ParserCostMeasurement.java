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

    private void read(DocumentReader reader, Path file) throws IOException, InterruptedException {
        Path images = Files.createTempDirectory(folder, "images");
        assertThat(reader.read(ReadRequest.of(file, images), FileFormat.of(file, null), (pages, of) -> {})
                        .isEmpty())
                .isFalse();
    }
}
