package io.eventjobs.worker.session.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.eventjobs.document.DocumentContent;
import io.eventjobs.document.FileFormat;
import io.eventjobs.document.ReadRequest;
import io.eventjobs.document.office.OfficeFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With processes that do what the name of the file says, see {@link FakeParser}. */
class IsolatedDocumentReaderTest {
    private static final ParserLimits LIMITS = new ParserLimits(2, 64L << 20, Duration.ofSeconds(1), 100, 1L << 30);

    @TempDir
    private Path folder;

    @TempDir
    private Path inputs;

    private final RecordedEnds ends = new RecordedEnds();
    private IsolatedDocumentReader reader = Parsers.fake(LIMITS, ends);

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void readsOneFileAfterTheOtherInTheSameProcess() throws Exception {
        List<Integer> pages = new ArrayList<>();

        DocumentContent content = reader.read(request("words"), new FileFormat.Pdf(), (page, of) -> pages.add(page));

        assertThat(content.body().text()).isEqualTo("words");
        assertThat(pages).containsExactly(1);
        assertThat(text("pid")).isEqualTo(text("pid"));
        assertThat(ends.ends()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "hang, TIMED_OUT, The PDF takes longer than 1 seconds",
        "late, TIMED_OUT, The PDF takes longer than 1 seconds",
        "out-of-memory, OUT_OF_MEMORY, The PDF needs too much memory",
        "die, CRASHED, The PDF made the program end that read it",
        "half, CRASHED, The PDF made the program end that read it",
        "garbage, INVALID_ANSWER, The PDF made the program end that read it",
        "endless, INVALID_ANSWER, The PDF made the program end that read it",
        "noise, INVALID_ANSWER, The PDF made the program end that read it",
        "claims-an-image, INVALID_ANSWER, The PDF made the program end that read it",
        "escape, INVALID_ANSWER, The PDF made the program end that read it",
    })
    void aFileThatEndsItsProcessIsAWarning(String file, ParserEnd end, String warning) throws Exception {
        DocumentContent content = read(file);

        assertThat(content.warnings()).containsExactly(warning + ", so there are no slides.");
        assertThat(content.isComplete()).isFalse();
        assertThat(ends.ends()).containsExactly(end);
        assertThat(text("words")).isEqualTo("words");
        assertThat(files()).isEmpty();
    }

    @Test
    void aFileWhoseProcessWasKilledFromOutsideIsReadOnceMore() throws Exception {
        assertThat(read("killed").warnings()).singleElement().asString().contains("made the program end");

        assertThat(ends.ends()).containsExactly(ParserEnd.KILLED, ParserEnd.KILLED);
    }

    @Test
    void takesAnAnswerOfManyMegabytes() throws Exception {
        reader.close();
        reader = Parsers.fake(new ParserLimits(1, 64L << 20, Duration.ofSeconds(60), 100, 1L << 30), ends);

        assertThat(text("large")).hasSize(20 << 20);
    }

    @Test
    void anImageThatCannotBeWrittenIsNoFaultOfTheFile() throws Exception {
        assertThatThrownBy(() -> read("unopened"))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");

        assertThat(text("words")).isEqualTo("words");
        assertThat(ends.ends()).isEmpty();
    }

    @Test
    void aProcessWithACallThatNeverEndedIsReplaced() throws Exception {
        assertThat(text("stuck")).isEqualTo("read");

        await().untilAsserted(() -> assertThat(ends.ends()).containsExactly(ParserEnd.RETIRED));
    }

    @Test
    void aProcessIsReplacedAfterSoManyFiles() throws Exception {
        reader.close();
        reader = Parsers.fake(new ParserLimits(1, 64L << 20, Duration.ofSeconds(9), 2, 1L << 30), ends);

        String first = text("pid");

        assertThat(text("pid")).isEqualTo(first);
        assertThat(text("pid")).isNotEqualTo(first);
    }

    @Test
    void aProcessThatHasBecomeTooLargeIsReplaced() throws Exception {
        reader.close();
        reader = Parsers.fake(new ParserLimits(1, 64L << 20, Duration.ofSeconds(9), 100, 1L), ends);

        assertThat(text("pid")).isNotEqualTo(text("pid"));
    }

    @Test
    void anInterruptEndsTheProcessAndAllThatItHasStarted() throws Exception {
        AtomicReference<Exception> end = new AtomicReference<>();
        AtomicReference<ProcessHandle> grandchild = new AtomicReference<>();
        Thread slot = Thread.ofPlatform().start(() -> {
            try {
                reader.read(request("child"), new FileFormat.Pdf(), (page, of) -> grandchild.set(sleeping()));
            } catch (IOException | InterruptedException e) {
                end.set(e);
            }
        });
        await().until(() -> grandchild.get() != null);

        slot.interrupt();

        await().atMost(Duration.ofSeconds(2))
                .until(() -> end.get() instanceof InterruptedException && !isRunning(grandchild.get()));
        assertThat(ends.ends()).containsExactly(ParserEnd.CANCELLED);
    }

    @Test
    void readsAsManyDocumentsAtOnceAsThereAreProcesses() throws Exception {
        Thread other = Thread.ofPlatform().start(() -> {
            try {
                read("hang");
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(text("words")).isEqualTo("words");

        other.join();
        assertThat(ends.ends()).containsExactly(ParserEnd.TIMED_OUT);
    }

    @Test
    void convertsOneOfficeFileAtATimeAndNamesItInWarnings() throws Exception {
        FileFormat word = new FileFormat.Office(OfficeFormat.DOCX);

        DocumentContent content = reader.read(request("die"), word, (page, of) -> {});

        assertThat(content.warnings())
                .containsExactly("The text document made the program end that read it, so there are no slides.");
        assertThat(reader.read(request("words"), word, (page, of) -> {}).body().text())
                .isEqualTo("words");
    }

    @Test
    void aProcessHasNothingOfTheEnvironment() throws Exception {
        assertThat(text("environment").split(" ")).isSubsetOf("PATH", "LC_ALL", "PWD", "OLDPWD", "SHLVL", "_");
    }

    private DocumentContent read(String name) throws IOException, InterruptedException {
        return reader.read(request(name), new FileFormat.Pdf(), (page, of) -> {});
    }

    private String text(String name) throws IOException, InterruptedException {
        return read(name).body().text();
    }

    private ReadRequest request(String name) {
        try {
            return ReadRequest.of(Files.writeString(inputs.resolve(name), ""), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A killed process whose parent has gone remains in the table until the first process of the system takes note of its end. */
    private static boolean isRunning(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return process.isAlive() && !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return process.isAlive();
        }
    }

    private static ProcessHandle sleeping() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("sleep"))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
