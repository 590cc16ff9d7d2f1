package io.eventjobs.worker.session.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eventjobs.document.DocumentContent;
import io.eventjobs.document.FileFormat;
import io.eventjobs.document.InstalledPrograms;
import io.eventjobs.document.ReadRequest;
import io.eventjobs.document.fixture.Pdfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real parser processes, with little memory, and files that want more. */
class HostileFilesTest {
    private static final ParserLimits LIMITS = new ParserLimits(2, 64L << 20, Duration.ofSeconds(60), 100, 400L << 20);
    private static final RecordedEnds ENDS = new RecordedEnds();

    @TempDir
    private static Path folder;

    private static IsolatedDocumentReader reader;

    @BeforeAll
    static void start() {
        reader = Parsers.start(LIMITS, InstalledPrograms.of(Parsers.SETUP.programs()), ENDS);
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    static Stream<Arguments> files() throws IOException {
        return Stream.of(
                Arguments.of("a soft mask", HostileFiles.softMask()),
                Arguments.of("RunLength behind Flate", HostileFiles.runLengthBehindFlate(20)),
                Arguments.of("a clip path", HostileFiles.clipOf(3_000)),
                Arguments.of("operands", HostileFiles.numbers(100)),
                Arguments.of("ODT of paragraphs", HostileFiles.odtOfParagraphs(50)),
                Arguments.of("DOCX whose main part is binary", HostileFiles.docxWithBinaryMain(20)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isReadOrRefusedWhileTheNeighbourIsRead(String name, byte[] file) throws Exception {
        try (ExecutorService slots = Executors.newFixedThreadPool(2)) {
            Future<DocumentContent> hostile = slots.submit(() -> read(file));
            Future<DocumentContent> neighbour = slots.submit(() -> read(Pdfs.slides("words", "more")));

            assertThat(neighbour.get().slides()).hasSize(2);
            assertThat(neighbour.get().slides().getFirst().text()).isEqualTo("# words");
            assertThat(neighbour.get().warnings()).isEmpty();
            // What cannot be read is a warning, not an exception. The clip is left out, and the page is drawn.
            assertThat(hostile.get().warnings().isEmpty()).isEqualTo(name.equals("a clip path"));
        }
        assertThat(read(Pdfs.slides("after")).slides()).hasSize(1);
    }

    @Test
    void aFileThatNeedsTooMuchMemoryEndsItsProcessOnly() throws Exception {
        DocumentContent content = read(HostileFiles.numbers(120));

        assertThat(content.warnings()).containsExactly("The PDF needs too much memory, so there are no slides.");
        assertThat(ENDS.ends()).contains(ParserEnd.OUT_OF_MEMORY);
        assertThat(read(Pdfs.slides("words")).slides()).hasSize(1);
    }

    /** As {@code kill -9} does, which no shutdown hook hears. */
    @Test
    void noProcessOutlivesAWorkerThatIsKilled() throws Exception {
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWorker.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(worker.inputReader().lines().anyMatch("ready"::equals)).isTrue();
        List<ProcessHandle> parsers = worker.descendants().toList();
        assertThat(parsers).isNotEmpty();

        worker.destroyForcibly();

        await().atMost(Duration.ofSeconds(5)).until(() -> parsers.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static DocumentContent read(byte[] content) throws IOException, InterruptedException {
        Path own = Files.createTempDirectory(folder, "slot");
        Path file = Files.write(own.resolve("file"), content);
        Path images = Files.createDirectory(own.resolve("images"));
        return reader.read(ReadRequest.of(file, images), FileFormat.of(file, null), (pages, of) -> {});
    }
}
