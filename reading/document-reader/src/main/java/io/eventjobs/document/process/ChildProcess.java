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
 * A program that processes untrusted data: limited in processor time, memory, size of the files it writes, and wall-clock time, at low
 * priority, without this process's environment. It is killed when the thread that started it is interrupted, even while that thread is
 * blocked writing to it. However the run ends, the program and its children are gone after {@link #close}. Not thread-safe.
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

    /** Runs a program to its end, with nothing to read; as {@link #start}. */
    public static Exit run(List<String> command, Limits limits, Path folder, Duration timeout)
            throws IOException, InterruptedException {
        try (ChildProcess process = start(command, limits, folder, timeout)) {
            return process.finish();
        }
    }

    /**
     * Starts a program.
     *
     * @param folder that it runs in; what it says goes to a file there
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

    /** What the program reads; closing it says that this is all. A program that is gone makes writing fail. */
    public OutputStream input() {
        return process.getOutputStream();
    }

    /** Ends the input, and waits until the program has ended. */
    public Exit finish() throws IOException, InterruptedException {
        endInput();
        return exit();
    }

    /** Waits until the program has ended by itself, or was killed. */
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

    /** Writing to a full pipe cannot be interrupted. */
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

    /** The descendants are listed first: those of a dead process cannot be found. */
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
            LOG.atDebug().setCause(e).log("A program ended before its input");
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
     * The resources that a run may use.
     *
     * @param processorTime in whole seconds
     * @param memoryBytes of address space
     * @param fileBytes of the largest file that it writes
     */
    public record Limits(Duration processorTime, long memoryBytes, long fileBytes) {
        /** For drawing a page: 2 minutes, 2 GiB, 64 MiB. */
        public static final Limits PAGE = new Limits(Duration.ofMinutes(2), 2L << 30, 64L << 20);
    }

    /**
     * How a run ended.
     *
     * @param outOfTime whether it was killed for its time
     * @param output the end of what it said, at most 16 KiB
     */
    public record Exit(int code, boolean outOfTime, String output) {
        public boolean isSuccess() {
            return code == 0;
        }
    }
}
