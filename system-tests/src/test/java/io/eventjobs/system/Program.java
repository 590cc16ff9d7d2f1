package io.eventjobs.system;

import io.eventjobs.standalone.cli.EventJobs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command {@code event-jobs} of some version, as the processes of a {@link Cluster} run it. */
@FunctionalInterface
interface Program {
    /** The command line of a process with these arguments. */
    List<String> commandLine(String heap, List<String> arguments);

    /** From the class path of the tests. */
    static Program thisVersion() {
        return (heap, arguments) -> Stream.concat(
                        Stream.of(
                                // As the command does it; bash becomes the program, so that signals reach it.
                                "bash",
                                "-c",
                                ". ../standalone/src/main/sh/utf8-locale.sh && exec \"$@\"",
                                "event-jobs",
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx" + heap,
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+ExitOnOutOfMemoryError",
                                // Without the tests' own logging configuration, which is quiet.
                                "-Dlogback.configurationFile=logback.xml",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                EventJobs.class.getName()),
                        arguments.stream())
                .toList();
    }

    /** The script of another version, which chooses its heap itself. */
    static Program of(Path script) {
        return (heap, arguments) ->
                Stream.concat(Stream.of(script.toString()), arguments.stream()).toList();
    }
}
