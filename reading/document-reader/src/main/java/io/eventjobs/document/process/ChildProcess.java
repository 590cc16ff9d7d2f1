package io.eventjobs.document.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program that processes untrusted data: with limits on processor time, memory, size of written files and wall-clock time, at low
 * priority and without this process's environment. It is killed when the thread that started it is interrupted, even if that thread is
 * blocked writing to it. After {@link #close} the program and its children are gone, however the run ended. Not thread-safe.
 */
public final class ChildProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
    private static final String LIMITED =
            "ulimit -t \"$1\"; ulimit -v \"$2\"; ulimit -f \"$3\"; shift 3; exec nice -n 10 \"$@\"";

    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(5);
    private static final long TICK_MILLIS = 200;
    private static final int MAX_OUTPUT_LENGTH = 16 << 10;

    private final Process process;
    private final Path output;
    private final Duration timeout;
    private final long started = System.nanoTime();

    private ChildProcess(Process process, Path output, Duration timeout) {
        this.process = process;
        this.output = output;
        this.timeout = timeout;
    }

    /** Runs a program without input to its end; as {@link #start}. */
    public static Exit run(List<String> command, Limits limits, Path folder, Duration timeout)
            throws IOException, InterruptedException {
        try (ChildProcess process = start(command, limits, folder, timeout)) {
            return process.finish();
        }
    }

    /**
     * Starts a program.
     *
     * @param folder working directory, which also receives a file with the output
     * @param timeout after which it is killed
     */
    public static ChildProcess start(List<String> command, Limits limits, Path folder, Duration timeout)
            throws IOException {
        List<String> limited = new ArrayList<>(List.of("/bin/sh", "-c", LIMITED, "sh"));
        limited.add(String.valueOf(limits.processorTime().toSeconds()));
        limited.add(String.valueOf(limits.memoryBytes() >> 10));
        limited.add(String.valueOf(limits.fileBytes() / 512));
        limited.addAll(command);
        Path output = Files.createTempFile(folder, "said-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(limited)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bare(builder.environment());
        ChildProcess child = new ChildProcess(builder.start(), output, timeout);
        child.watchOver(Thread.currentThread());
        return child;
    }

    /** The program's standard input; closing it signals the end of input. Writing fails once the program has ended. */
    public OutputStream input() {
        return process.getOutputStream();
    }

    /** Closes the input and waits until the program has ended. */
    public Exit finish() throws IOException, InterruptedException {
        endInput();
        return exit();
    }

    /** Waits until the program has ended or was killed. */
    public Exit exit() throws IOException, InterruptedException {
        int code = process.waitFor();
        return new Exit(code, isOverdue(), output());
    }

    @Override
    public void close() throws IOException {
        kill();
        process.onExit()
                .orTimeout(KILL_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> process)
                .join();
        Files.deleteIfExists(output);
    }

    /** A write to a full pipe cannot be interrupted. */
    private void watchOver(Thread starter) {
        Thread.ofVirtual().name("watch-over-process").start(() -> {
            try {
                while (!process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (starter.isInterrupted() || isOverdue()) {
                        kill();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Lists the descendants first, since those of a dead process cannot be found. */
    private void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private boolean isOverdue() {
        return System.nanoTime() - started >= timeout.toNanos();
    }

    private String output() throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(output)) {
            file.position(Math.max(0, file.size() - MAX_OUTPUT_LENGTH));
            byte[] end = Channels.newInputStream(file).readNBytes(MAX_OUTPUT_LENGTH);
            return new String(end, StandardCharsets.UTF_8).strip();
        }
    }

    private void endInput() {
        try {
            input().close();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("Program ended before it had read its input");
        }
    }

    /** The environment may hold credentials, which the program does not need. */
    private static void bare(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C.UTF-8");
    }

    /**
     * Resource limits of a run.
     *
     * @param processorTime in whole seconds
     * @param memoryBytes address space
     * @param fileBytes size of the largest file it may write
     */
    public record Limits(Duration processorTime, long memoryBytes, long fileBytes) {
        /** For drawing a page: 2 minutes, 2 GiB, 64 MiB. */
        public static final Limits PAGE = new Limits(Duration.ofMinutes(2), 2L << 30, 64L << 20);
    }

    /**
     * The result of a run.
     *
     * @param outOfTime whether it was killed because of the timeout
     * @param output the end of its output, at most 16 KiB
     */
    public record Exit(int code, boolean outOfTime, String output) {
        public boolean isSuccess() {
            return code == 0;
        }
    }
}
