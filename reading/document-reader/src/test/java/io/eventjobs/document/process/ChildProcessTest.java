package io.eventjobs.document.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs standard Unix programs against each limit. */
class ChildProcessTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final ChildProcess.Limits LIMITS =
            new ChildProcess.Limits(Duration.ofSeconds(30), 1L << 30, 1L << 20);

    /** A number of seconds to sleep that no other run of these tests on this machine uses. */
    private static final long OURS = 1_000_000 + 10 * ProcessHandle.current().pid();

    @TempDir
    private Path folder;

    @Test
    void reportsExitAndOutput() throws Exception {
        ChildProcess.Exit exit = shell("echo one; echo two >&2; exit 3", LIMITS, LONG);

        assertThat(exit).isEqualTo(new ChildProcess.Exit(3, false, "one\ntwo"));
        assertThat(exit.isSuccess()).isFalse();
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsTheEndOfLongOutput() throws Exception {
        assertThat(shell("seq 100000", LIMITS, LONG).output())
                .endsWith("\n100000")
                .hasSizeLessThan(17_000);
    }

    @Test
    void readsOnlyItsInput() throws Exception {
        assertThat(shell("cat", LIMITS, LONG).output()).isEmpty();
        try (ChildProcess process = ChildProcess.start(List.of("cat"), LIMITS, folder, LONG)) {
            process.input().write("given".getBytes(StandardCharsets.UTF_8));

            assertThat(process.finish().output()).isEqualTo("given");
        }
    }

    @Test
    void doesNotInheritTheEnvironment() throws Exception {
        assertThat(shell("env", LIMITS, LONG).output().lines().map(line -> line.split("=", 2)[0]))
                .contains("PATH", "LC_ALL")
                .isSubsetOf("PATH", "LC_ALL", "PWD", "OLDPWD", "SHLVL", "_");
    }

    @Test
    void isKilledWithItsChildrenWhenItTakesTooLong() throws Exception {
        ChildProcess.Exit exit =
                shell("sleep " + OURS + " & sleep " + (OURS + 1) + "; true", LIMITS, Duration.ofMillis(600));

        assertThat(exit.outOfTime()).isTrue();
        assertThat(exit.isSuccess()).isFalse();
        await().until(() -> sleeping(OURS) + sleeping(OURS + 1) == 0);
    }

    @Test
    void isLimitedInFileSizeAndProcessorTime() throws Exception {
        ChildProcess.Limits tight = new ChildProcess.Limits(Duration.ofSeconds(1), 1L << 30, 4_096);

        assertThat(shell("head -c 100000 /dev/zero > large", tight, LONG).isSuccess())
                .isFalse();
        assertThat(Files.size(folder.resolve("large"))).isLessThanOrEqualTo(4_096);
        assertThat(shell("while :; do :; done", tight, LONG).isSuccess()).isFalse();
    }

    @Test
    void diesWithTheThreadThatStartedIt() throws Exception {
        AtomicReference<Exception> end = new AtomicReference<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                shell("sleep " + (OURS + 2), LIMITS, LONG);
            } catch (IOException | InterruptedException e) {
                end.set(e);
            }
        });
        await().until(() -> sleeping(OURS + 2) > 0);

        thread.interrupt();

        await().until(() -> sleeping(OURS + 2) == 0 && end.get() instanceof InterruptedException);
    }

    @Test
    void cannotBeStartedWithoutItsFolder() {
        assertThatThrownBy(() -> ChildProcess.run(List.of("true"), LIMITS, folder.resolve("missing"), LONG))
                .isInstanceOf(IOException.class);
    }

    private ChildProcess.Exit shell(String script, ChildProcess.Limits limits, Duration timeout)
            throws IOException, InterruptedException {
        return ChildProcess.run(List.of("/bin/sh", "-c", script), limits, folder, timeout);
    }

    private static long sleeping(long seconds) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").matches("(?s).*sleep " + seconds + "\\b.*"))
                .count();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
