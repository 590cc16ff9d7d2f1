package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Conventions of gateway and worker that byte code does not show: try-with-resources also compiles to a catch of everything, and a call of
 * the clock looks like a reference to it.
 */
class SourceRulesTest {
    private static final Pattern CATCHES_EVERYTHING = Pattern.compile("catch \\((?:final )?(?:Exception|Throwable)\\b");
    private static final Pattern ASKS_THE_TIME = Pattern.compile("System\\.(?:nanoTime|currentTimeMillis)\\(\\)");

    /** A guard or a record pattern in a switch, which Spotless cannot format if Maven runs on JDK 17. */
    private static final Pattern NEWER_THAN_THE_FORMATTER =
            Pattern.compile("^\\s*case [A-Z][\\w.]*(?:\\(| \\w+ when )", Pattern.MULTILINE);

    /**
     * The classes that may catch everything: runners of background work, the runner of a job's work (any exception of a job type fails that
     * job), and the probe of a dependency (any exception means that it is down).
     */
    private static final Set<String> BOUNDARIES =
            Set.of("TaskRunner", "TaskLoop", "ExecutionRunner", "DependencyHealth");

    @Test
    void onlyRunnersCatchEverything() throws IOException {
        assertThat(sourcesWith(CATCHES_EVERYTHING))
                .as("unexpected exceptions must be caught in one place, where they are logged and counted")
                .allMatch(BOUNDARIES::contains)
                .isNotEmpty();
    }

    @Test
    void timeIsInjected() throws IOException {
        assertThat(sourcesWith(ASKS_THE_TIME)).as("tests control the clock").isEmpty();
    }

    @Test
    void everyFileCanBeFormattedOnTheOldestJdkThatRunsMaven() throws IOException {
        assertThat(sourcesWith(NEWER_THAN_THE_FORMATTER, Path.of("..")))
                .as("use a conditional or a method instead")
                .isEmpty();
    }

    private static List<String> sourcesWith(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>(sourcesWith(pattern, Path.of("../api-gateway/src/main/java")));
        found.addAll(sourcesWith(pattern, Path.of("../job-worker/src/main/java")));
        return found;
    }

    private static List<String> sourcesWith(Pattern pattern, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> pattern.matcher(read(file)).find())
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("no file " + file, e);
        }
    }
}
