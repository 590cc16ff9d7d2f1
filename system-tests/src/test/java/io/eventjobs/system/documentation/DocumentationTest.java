package io.eventjobs.system.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents name exists. */
class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]\\[]+\\]\\(([^)\\s#]+)(#[^)]*)?\\)");
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)`");
    private static final Pattern CODE_CELL = Pattern.compile("`([A-Z][A-Za-z0-9]*)`");

    /** Names that look like types but belong to the JDK, to libraries or to example data. */
    private static final Set<String> FOREIGN = Set.of(
            "NodeTraversor",
            "ThreadMXBean",
            "LibreTranslate",
            "PeerTube",
            "OpenAI",
            "WebVTT",
            "SubRip",
            "JsonMappingException",
            "IllegalArgumentException",
            "VmHWM");

    static Stream<Path> documents() {
        return Repository.documents().stream().map(Repository.ROOT::relativize);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyRelativeLinkLeadsToAFile(Path document) {
        Path file = Repository.ROOT.resolve(document);
        List<String> broken = new ArrayList<>();
        for (Matcher link = LINK.matcher(withoutCode(Repository.read(file))); link.find(); ) {
            String target = link.group(1);
            if (!target.contains(":")
                    && !target.startsWith("/")
                    && !Files.exists(file.resolveSibling(URI.create(target).getPath()))) {
                broken.add(target);
            }
        }
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("describingDocuments")
    void everyNamedTypeExists(Path document) {
        Set<String> types = Repository.typeNames();
        List<String> unknown = new ArrayList<>();
        for (Matcher name = TYPE.matcher(Repository.read(Repository.ROOT.resolve(document))); name.find(); ) {
            if (!types.contains(name.group(1)) && !FOREIGN.contains(name.group(1))) {
                unknown.add(name.group(1));
            }
        }
        assertThat(unknown).as("types that no source file declares").isEmpty();
    }

    /** ADRs and the change log are history; they may contain earlier names. */
    static Stream<Path> describingDocuments() {
        return documents().filter(document -> !document.startsWith("docs/adr") && !document.endsWith("CHANGELOG.md"));
    }

    @Test
    void theGlossaryNamesWhereEachTermIsInTheCode() {
        Set<String> types = Repository.typeNames();
        List<String> rows = Repository.read(Repository.ROOT.resolve("docs/glossary.md"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| term"))
                .toList();
        List<String> unplaced = new ArrayList<>();
        for (String row : rows) {
            List<String> names = CODE_CELL
                    .matcher(row.substring(row.lastIndexOf(" | ", row.length() - 3)))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            if (names.isEmpty() || !types.containsAll(names)) {
                unplaced.add(row);
            }
        }

        assertThat(rows).hasSizeGreaterThan(40);
        assertThat(unplaced).isEmpty();
    }

    @Test
    void theReadmeListsEveryModule() {
        String readme = Repository.read(Repository.ROOT.resolve("README.md"));

        List<Path> unlisted = Repository.modules().stream()
                .filter(module -> !readme.contains("](" + Repository.ROOT.relativize(module) + ")")
                        || !Files.exists(module.resolve("README.md")))
                .toList();

        assertThat(unlisted).isEmpty();
    }

    private static String withoutCode(String markdown) {
        return markdown.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "`code`");
    }
}
