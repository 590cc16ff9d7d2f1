package io.eventjobs.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What reads strangers' bytes, given inputs that are kept in {@code src/test/resources} here and, pages and schedules, in those of their
 * readers, each as it is and changed at random: nothing else than a refusal may come of them, in time. {@code -Dfuzz.seed} and {@code -Dfuzz.changes} for others and more.
 */
class KeptInputsTest {
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int CHANGES = Integer.getInteger("fuzz.changes", 40);

    /** Of processor time, since a machine may be busy; inputs are small. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @TestFactory
    Stream<DynamicTest> pages() {
        return inputs(FuzzTarget.PAGES);
    }

    @TestFactory
    Stream<DynamicTest> subtitles() {
        return inputs(FuzzTarget.SUBTITLES);
    }

    @TestFactory
    Stream<DynamicTest> schedules() {
        return inputs(FuzzTarget.SCHEDULES);
    }

    @TestFactory
    Stream<DynamicTest> messages() {
        return inputs(FuzzTarget.MESSAGES);
    }

    @TestFactory
    Stream<DynamicTest> names() {
        return inputs(FuzzTarget.NAMES);
    }

    @TestFactory
    Stream<DynamicTest> templates() {
        return inputs(FuzzTarget.TEMPLATES);
    }

    private static Stream<DynamicTest> inputs(FuzzTarget target) {
        return files(target.kept()).stream()
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

    private static void inTime(FuzzTarget target, byte[] input, String how) throws Exception {
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
}
