package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The libraries that are delivered: their licences, and that no class is in two of them. */
class LibrariesIT {
    private static final Path DELIVERED = Path.of("../standalone/target/lib");

    /** Each lets its library be passed on, unchanged, with a program under Apache-2.0. */
    private static final Set<String> LICENCES = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "0BSD",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause",
            "The (New) BSD License",
            "Go License",
            "Bouncy Castle Licence",
            "EPL-2.0",
            "MPL-2.0",
            "CC0-1.0");

    @Test
    void everyLibraryHasALicenceOfTheList() throws IOException {
        List<JsonNode> libraries =
                billOfMaterials().path("components").valueStream().toList();

        assertThat(libraries).hasSizeGreaterThan(100);
        assertThat(libraries.stream()
                        .filter(library -> licences(library).stream().noneMatch(LICENCES::contains))
                        .map(library -> library.path("name").asString() + " " + licences(library)))
                .as("of several licences, one must be in the list")
                .isEmpty();
    }

    @Test
    void noClassIsInTwoLibraries() throws IOException {
        Map<String, Set<String>> jarsByClass = new TreeMap<>();
        try (Stream<Path> jars = Files.list(DELIVERED)) {
            for (Path jar :
                    jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                classes(jar).forEach(name -> jarsByClass
                        .computeIfAbsent(name, fresh -> new TreeSet<>())
                        .add(jar.getFileName().toString()));
            }
        }

        assertThat(jarsByClass).hasSizeGreaterThan(10_000);
        assertThat(jarsByClass.entrySet().stream()
                        .filter(entry -> entry.getValue().size() > 1)
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .limit(20))
                .isEmpty();
    }

    private static Set<String> classes(Path jar) {
        Predicate<String> isNoClassOfItsOwn = name ->
                name.equals("module-info.class") || name.startsWith("META-INF/") || name.endsWith("package-info.class");
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class"))
                    .filter(isNoClassOfItsOwn.negate())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> licences(JsonNode library) {
        return library.path("licenses")
                .valueStream()
                .map(licence -> licence.has("expression") ? licence : licence.path("license"))
                .flatMap(licence -> Stream.of("id", "name", "expression").map(licence::path))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode billOfMaterials() throws IOException {
        try (InputStream in =
                LibrariesIT.class.getClassLoader().getResourceAsStream("META-INF/sbom/application.cdx.json")) {
            assertThat(in).as("the bill of materials is written by mvn package").isNotNull();
            return Gateway.json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
