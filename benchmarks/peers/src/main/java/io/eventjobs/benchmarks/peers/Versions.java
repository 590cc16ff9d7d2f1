package io.eventjobs.benchmarks.peers;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the version of a library from the name of its jar. */
final class Versions {
    private static final Pattern JAR = Pattern.compile(".*?-(\\d[^/]*)\\.jar");

    private Versions() {}

    static String of(Class<?> type) {
        String jar = Path.of(
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .getFileName()
                .toString();
        Matcher version = JAR.matcher(jar);
        return version.matches() ? version.group(1) : "of unknown version";
    }
}
