package io.eventjobs.worker.session.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.page.SessionPage;
import io.eventjobs.schedule.Schedule;
import io.eventjobs.schedule.UnreadableScheduleException;
import io.eventjobs.worker.background.Ticker;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real parser processes, with little memory, and pages and schedules that want more. */
class HostileTextsTest {
    private static final ParserLimits LIMITS = new ParserLimits(2, 64L << 20, Duration.ofSeconds(60), 100, 400L << 20);
    private static final URI ADDRESS = URI.create("https://conference.example/talk");
    private static final RecordedEnds ENDS = new RecordedEnds();

    @TempDir
    private static Path folder;

    private static IsolatedTextReader reader;

    @BeforeAll
    static void start() {
        ParserPool.Starter starter = () -> ParserProcess.start(
                ParserCommand.of(LIMITS, Parsers.SANDBOX),
                new ParserMessage.SetupForTexts(),
                Duration.ofMinutes(1),
                Ticker.SYSTEM,
                ENDS);
        reader = new IsolatedTextReader(ParserPool.startedOnDemand(starter, LIMITS), Duration.ofSeconds(30));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    static Stream<Arguments> pages() {
        String formatting =
                IntStream.range(0, 70).mapToObj(i -> "<b id=" + i + ">").collect(Collectors.joining());
        return Stream.of(
                Arguments.of(
                        "60 kB whose formatting is made again in each paragraph", formatting + "<p>x".repeat(15_000)),
                Arguments.of("elements", "<i></i>".repeat(140_000)),
                Arguments.of("comments", "<p>" + "<!---->".repeat(1_300_000)),
                Arguments.of("a definition list", "<dt>a<dd>b".repeat(70_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void aPageEndsItsProcessAtMostWhileItsNeighbourIsRead(String name, String html) throws Exception {
        try (ExecutorService slots = Executors.newFixedThreadPool(2)) {
            Future<String> hostile = slots.submit(() -> readOrRefused("<html><body>" + html));
            Future<SessionPage> neighbour = slots.submit(() -> page(talk(400 << 10)));

            assertThat(neighbour.get().markdown()).contains("An abstract of a talk");
            assertThat(hostile.get()).isIn("read", "needs too much memory", "holds too much text");
        }
        assertThat(page(talk(400 << 10)).markdown()).contains("An abstract of a talk");
    }

    @Test
    void aScheduleOfNothingButBracketsEndsItsProcessOnly() throws Exception {
        Path file = write("[" + "[],".repeat(4 << 20) + "[]]");

        assertThatExceptionOfType(TextTooLargeException.class)
                .isThrownBy(() -> reader.schedule(file, ADDRESS, null))
                .withMessage("needs too much memory");

        assertThat(ENDS.ends()).contains(ParserEnd.OUT_OF_MEMORY);
        assertThat(reader.schedule(write(schedule(3_000)), ADDRESS, null).sessions())
                .hasSize(3_000);
    }

    @Test
    void aSmallPageStartsNoProcess() throws Exception {
        int before = ENDS.starts();

        assertThat(page(talk(100)).markdown()).contains("An abstract of a talk");

        assertThat(ENDS.starts()).isEqualTo(before);
    }

    @Test
    void whatIsReadApartIsTheSameAsWhatIsReadHere() throws Exception {
        Path page = write(talk(400 << 10));
        Path schedule = write(schedule(2_000));
        TextReader here = new InProcessTextReader();

        assertThat(reader.page(file(page))).isEqualTo(here.page(file(page)));
        Schedule apart = reader.schedule(schedule, ADDRESS, null);
        assertThat(apart).isEqualTo(here.schedule(schedule, ADDRESS, null));
    }

    @Test
    void aLargeFileThatIsNoScheduleIsToldFromOneThatIsTooLarge() throws Exception {
        Path file = write("words ".repeat(100_000));

        assertThatExceptionOfType(UnreadableScheduleException.class)
                .isThrownBy(() -> reader.schedule(file, ADDRESS, null))
                .withMessage("It is neither XML nor JSON nor iCalendar.");
    }

    @Test
    void aStoppedJobEndsTheProcessThatReadsForIt() throws Exception {
        Path file = write("[" + "{\"a\":1},".repeat(3 << 20) + "1]");
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> reader.schedule(file, ADDRESS, null));
    }

    private static String readOrRefused(String html) throws IOException, InterruptedException {
        try {
            page(html);
            return "read";
        } catch (TextTooLargeException e) {
            return e.getMessage();
        }
    }

    private static SessionPage page(String html) throws IOException, InterruptedException, TextTooLargeException {
        return reader.page(file(write(html)));
    }

    private static TextReader.PageFile file(Path page) {
        return new TextReader.PageFile(page, "text/html", "utf-8", ADDRESS);
    }

    private static String talk(int size) {
        return """
                <!DOCTYPE html><html lang="en"><head><title>A talk</title>
                <script type="application/ld+json">{"@type":"Event","name":"A talk","startDate":"2026-02-01T10:00:00+01:00"}</script>
                </head><body><article><h1>A talk</h1><p>An abstract of a talk, with <a href="/slides.pdf">slides</a> and
                <img src="/a.png" alt="a picture">.</p>"""
                + "<p>More words of the abstract, which is a long one.</p>".repeat(size / 55)
                + "</article></body></html>";
    }

    private static String schedule(int sessions) {
        return IntStream.range(0, sessions)
                .mapToObj(i -> "{\"id\":" + i + ",\"title\":\"Session " + i
                        + "\",\"description\":\"Some words about it, and some more of them, so that the file is large.\","
                        + "\"startsAt\":\"2026-02-01T10:00:00\",\"endsAt\":\"2026-02-01T11:00:00\",\"speakers\":[]}")
                .collect(Collectors.joining(",", "[{\"groupName\":\"All\",\"sessions\":[", "]}]"));
    }

    private static Path write(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "text", ""), text, StandardCharsets.UTF_8);
    }
}
