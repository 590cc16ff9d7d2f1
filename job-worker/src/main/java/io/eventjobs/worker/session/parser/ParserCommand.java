package io.eventjobs.worker.session.parser;

import io.eventjobs.document.process.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts parser processes: on this process's JVM and class path, but with a small heap, without its environment, which may hold
 * credentials, and, where the system permits, without network and without files other than the system's and their own.
 *
 * @param program the JVM's arguments, from the main class on
 */
record ParserCommand(List<String> options, List<String> program, Sandbox sandbox) {
    static final String ERRORS = "errors.txt";

    /**
     * The system's own bounds: no core dumps, a limit for the address space and for written files that also holds for the programs that
     * the process starts, and the first to be killed when memory is short. In a session of its own, so that Ctrl-C does not reach it, and
     * the whole group can be killed.
     */
    private static final String BOUNDED =
            """
            ulimit -c 0; ulimit -v 12582912; ulimit -f 1048576
            { echo 500 > /proc/self/oom_score_adj; } 2>/dev/null
            if command -v setsid >/dev/null; then set -- setsid "$@"; fi
            """;

    private static final String WITHOUT_NETWORK =
            """
            if unshare --user --map-root-user --net true 2>/dev/null; then set -- unshare --user --map-root-user --net "$@"; fi
            """;

    private static final String RUN = "exec \"$@\"";

    /** The sandbox of parser processes, in which they see the JVM and the class path. */
    static Sandbox sandbox(List<Path> more) {
        List<Path> visible = new ArrayList<>(more);
        Path home = Path.of(System.getProperty("java.home"));
        visible.add(home);
        visible.add(real(home));
        // Its fonts, which PDFBox would otherwise look for with each start.
        visible.add(Path.of(System.getProperty("user.home"), ".pdfbox.cache"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            visible.add(Files.isDirectory(path) ? path : path.resolveSibling("").normalize());
            visible.add(
                    Files.isDirectory(path)
                            ? real(path)
                            : real(path).resolveSibling("").normalize());
        }
        return Sandbox.find(visible);
    }

    static ParserCommand of(ParserLimits limits, Sandbox sandbox) {
        List<String> options = List.of(
                "-Xmx" + limits.heapBytes(),
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:MaxDirectMemorySize=32m",
                "-XX:+ExitOnOutOfMemoryError",
                // Its message on the standard output would be taken for an answer.
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Djava.awt.headless=true",
                "-Duser.home=" + System.getProperty("user.home"),
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dlogback.configurationFile=io/eventjobs/worker/session/parser/logback.xml");
        return new ParserCommand(options, List.of(ParserMain.class.getName()), sandbox);
    }

    /** @param folder its working directory, for its temporary files */
    Process start(Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Djava.io.tmpdir=" + folder);
        command.add("-cp");
        command.add(classPath());
        command.addAll(program);
        List<String> bounded = new ArrayList<>(List.of("/bin/sh", "-c"));
        bounded.add(BOUNDED + (sandbox.isAvailable() ? "" : WITHOUT_NETWORK) + RUN);
        bounded.add("sh");
        bounded.addAll(sandbox.command(folder, command));
        ProcessBuilder builder = new ProcessBuilder(bounded)
                .directory(folder.toFile())
                .redirectError(folder.resolve(ERRORS).toFile());
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    /** The process has another working directory. */
    private static String classPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }
}
