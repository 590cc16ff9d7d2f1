package io.eventjobs.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.artifact.SafeName;
import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.page.PageReader;
import io.eventjobs.page.PageSource;
import io.eventjobs.page.SessionPage;
import io.eventjobs.schedule.ScheduleReader;
import io.eventjobs.schedule.ScheduledSession;
import io.eventjobs.schedule.UnreadableScheduleException;
import io.eventjobs.template.DocumentTooLongException;
import io.eventjobs.template.InvalidTemplateException;
import io.eventjobs.template.TemplateFile;
import io.eventjobs.transcript.Passage;
import io.eventjobs.transcript.Subtitles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What reads strangers' bytes, given inputs that are kept in {@code src/test/resources} here and, pages and schedules, in those of their
 * readers, each as it is and changed at random: nothing else than a refusal may come of them, in time. {@code -Dfuzz.seed} and {@code -Dfuzz.changes} for others and more.
 */
class KeptInputsTest {
    private static final Path KEPT = Path.of("src/test/resources/io/eventjobs/system/fuzz");
    private static final Path PAGES = Path.of("../reading/page-reader/src/test/resources/page");
    private static final Path SCHEDULES = Path.of("../reading/schedule-reader/src/test/resources/schedule");
    private static final URI ADDRESS = URI.create("https://conf.example/2026/talks/a/");
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int CHANGES = Integer.getInteger("fuzz.changes", 40);

    /** Of processor time, since a machine may be busy; inputs are small. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> pages() {
        PageReader reader = new PageReader();
        return inputs(PAGES, html -> {
            SessionPage page = reader.read(new PageSource(html, null, ADDRESS));
            isWritable(page.markdown());
            isWritable(page.facts().toString());
        });
    }

    @TestFactory
    Stream<DynamicTest> subtitles() {
        return inputs(KEPT.resolve("subtitles"), file -> {
            for (Passage passage : Subtitles.read(file, "talk.vtt").transcript().passages()) {
                isWritable(passage.text());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> schedules() {
        ScheduleReader reader = new ScheduleReader();
        return inputs(SCHEDULES, schedule -> {
            Path file = Files.write(folder.resolve("schedule"), schedule);
            try {
                for (ScheduledSession session : reader.read(file, ADDRESS).sessions()) {
                    isWritable(session.title());
                }
            } catch (UnreadableScheduleException e) {
                isWritable(String.valueOf(e.getMessage()));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> messages() {
        List<MessageCodec<?>> codecs =
                List.of(MessageCodec.reports(), MessageCodec.controls(), MessageCodec.commands());
        return inputs(
                KEPT.resolve("messages"), message -> codecs.forEach(codec -> decodesWhatItEncodes(codec, message)));
    }

    private static <T> void decodesWhatItEncodes(MessageCodec<T> codec, byte[] message) {
        if (codec.decode(message) instanceof Decoded.Message<T> decoded) {
            assertThat(codec.decode(codec.encode(decoded.value()))).isInstanceOf(Decoded.Message.class);
        }
    }

    @TestFactory
    Stream<DynamicTest> names() {
        return inputs(KEPT.resolve("names"), bytes -> {
            String name = SafeName.of(new String(bytes, StandardCharsets.UTF_8), "name");
            isWritable(name);
            assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, SafeName.MAX_BYTES);
            assertThat(name).doesNotContain("/", "\\", "\0", "\n", "\r").isNotIn(".", "..");
            assertThat(SafeName.of(name, "name")).isEqualTo(name);
        });
    }

    @TestFactory
    Stream<DynamicTest> templates() {
        Map<String, Object> values = Map.of("title", "A talk", "facts", "Facts", "speakers", List.of("Ada", "Grace"));
        return inputs(KEPT.resolve("templates"), text -> {
            try {
                new TemplateFile("any", text).read().render(values);
            } catch (InvalidTemplateException | DocumentTooLongException e) {
                isWritable(String.valueOf(e.getMessage()));
            }
        });
    }

    private static Stream<DynamicTest> inputs(Path kept, Target target) {
        return files(kept).stream()
                .map(input -> DynamicTest.dynamicTest(String.valueOf(input.getFileName()), () -> {
                    byte[] bytes = Files.readAllBytes(input);
                    inTime(target, bytes, "as it is");
                    for (int change = 0; change < CHANGES; change++) {
                        long seed = SEED * 1_000_003 + change;
                        inTime(target, changed(bytes, new Random(seed)), "changed with seed " + seed);
                    }
                }));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void inTime(Target target, byte[] input, String how) throws Exception {
        long startNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            target.read(input);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new AssertionError(how + ": " + e, e);
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - startNanos;
        assertThat(Duration.ofNanos(nanos)).as(how).isLessThan(LONGEST);
    }

    /** Copies, removes, repeats and replaces some parts of the bytes. */
    private static byte[] changed(byte[] bytes, Random random) {
        byte[] changed = bytes;
        for (int i = 0; i <= random.nextInt(8); i++) {
            changed = changedOnce(changed, random);
        }
        return changed;
    }

    private static byte[] changedOnce(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1 + random.nextInt(64)));
        int times =
                switch (random.nextInt(4)) {
                    case 0 -> 0;
                    case 1 -> 2 + random.nextInt(200);
                    default -> 1;
                };
        byte[] part = new byte[to - from];
        System.arraycopy(bytes, from, part, 0, part.length);
        if (times == 1 && part.length > 0) {
            String marks = "<>&\"'{}[]()#:,-=/\\\n\0;|!*_`%\u00ff\u00c3";
            part[random.nextInt(part.length)] = (byte) marks.charAt(random.nextInt(marks.length()));
        }
        byte[] changed = new byte[bytes.length - part.length + times * part.length];
        System.arraycopy(bytes, 0, changed, 0, from);
        IntStream.range(0, times)
                .forEach(time -> System.arraycopy(part, 0, changed, from + time * part.length, part.length));
        System.arraycopy(bytes, to, changed, from + times * part.length, bytes.length - to);
        return changed;
    }

    private static void isWritable(String text) {
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text))
                .as("can be written")
                .isTrue();
    }

    /** Reads a stranger's bytes. */
    @FunctionalInterface
    private interface Target {
        void read(byte[] input) throws Exception;
    }
}
