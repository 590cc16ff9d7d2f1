package io.eventjobs.system.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the files of the checkout that these tests belong to. */
final class Repository {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Repository() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !file.toString().contains("/target/")
                            && !file.toString().contains("/.git/"))
                    .filter(Files::isRegularFile)
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> documents() {
        return files(
                ROOT,
                file -> file.toString().endsWith(".md") && !file.toString().contains("/src/"));
    }

    /** The folders of all modules with sources. */
    static List<Path> modules() {
        return files(ROOT, file -> file.endsWith("pom.xml")).stream()
                .map(Path::getParent)
                .filter(folder -> !folder.equals(ROOT))
                .toList();
    }

    /** Simple names of all top-level types, including tests. */
    static Set<String> typeNames() {
        return files(ROOT, file -> file.toString().endsWith(".java")).stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }
}
