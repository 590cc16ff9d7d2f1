package io.eventjobs.worker.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run on a file of unknown origin: bounded in processor time, memory, size of what it writes, and by the
 * clock, at low priority, without this process's environment. Whatever way the run ends, it and its children are gone.
 */
public final class ChildProcess {
    private static final String LIMITED =
            "ulimit -t \"$1\"; ulimit -v \"$2\"; ulimit -f \"$3\"; shift 3; exec nice -n 10 \"$@\"";

    private static final Duration LONGEST_DEATH = Duration.ofSeconds(5);

    private ChildProcess() {}

    /**
     * Runs a program.
     *
     * @param output file that takes what it prints
     * @return its exit code; {@link Exit#outOfTime} when it took too long and was killed
     */
    public static Exit run(List<String> command, Limits limits, Path output, Duration longest)
            throws IOException, InterruptedException {
        List<String> limited = new ArrayList<>(List.of("/bin/sh", "-c", LIMITED, "sh"));
        limited.add(String.valueOf(limits.processorTime().toSeconds()));
        limited.add(String.valueOf(limits.memoryBytes() >> 10));
        limited.add(String.valueOf(limits.fileBytes() / 512));
        limited.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(limited)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        bare(builder.environment());
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(longest.toNanos(), TimeUnit.NANOSECONDS);
            return ended ? new Exit(process.exitValue(), false) : new Exit(-1, true);
        } finally {
            kill(process);
        }
    }

    /** What it does not need it does not get: keys of stores stand there. */
    private static void bare(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C.UTF-8");
    }

    private static void kill(Process process) throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.waitFor(LONGEST_DEATH.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * What a run may take.
     *
     * @param processorTime in whole seconds
     * @param memoryBytes of address space
     * @param fileBytes of the largest file that it writes
     */
    public record Limits(Duration processorTime, long memoryBytes, long fileBytes) {
        /** For drawing a page: 2 minutes, 2 GiB, 64 MiB. */
        public static final Limits PAGE = new Limits(Duration.ofMinutes(2), 2L << 30, 64L << 20);
    }

    /** How a run ended. */
    public record Exit(int code, boolean outOfTime) {
        public boolean isSuccess() {
            return code == 0 && !outOfTime;
        }
    }
}
