package io.eventjobs.system.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each module's README lists its packages with the sentence of their {@code package-info.java}. With {@code -Ddocs.update=true} the
 * lists are written instead of compared.
 */
class PackageListTest {
    private static final String START =
            "<!-- packages: from package-info.java; mvn test -pl system-tests -am -Dtest=PackageListTest"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update=true -->\n";
    private static final String END = "<!-- /packages -->\n";
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

    static Stream<Path> modules() {
        return Repository.modules().stream()
                .filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                .map(Repository.ROOT::relativize);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theReadmeListsThePackagesOfTheModule(Path module) throws IOException {
        Path readme = Repository.ROOT.resolve(module).resolve("README.md");
        String text = Repository.read(readme);
        String wanted = START + table(Repository.ROOT.resolve(module)) + END;
        int start = text.indexOf("<!-- packages");
        int end = text.indexOf(END);
        if (Boolean.getBoolean("docs.update")) {
            String updated = start < 0
                    ? text.stripTrailing() + "\n\n## Packages\n" + wanted
                    : text.substring(0, start) + wanted + text.substring(end + END.length());
            Files.writeString(readme, updated);
            return;
        }
        assertThat(start).as("the list of packages in " + readme).isNotNegative();
        assertThat(text.substring(start, end + END.length())).isEqualTo(wanted);
    }

    private static String table(Path module) {
        List<Path> infos =
                Repository.files(module.resolve("src/main/java"), file -> file.endsWith("package-info.java"));
        String prefix =
                common(infos.stream().map(info -> name(Repository.read(info))).toList());
        return infos.stream()
                .map(Repository::read)
                .map(info -> "| `" + shortened(name(info), prefix) + "` | " + sentence(info) + " |\n")
                .collect(Collectors.joining("", "| package | |\n|---|---|\n", ""));
    }

    /** The longest common package prefix. */
    private static String common(List<String> names) {
        String shortest = names.stream().min((a, b) -> a.length() - b.length()).orElseThrow();
        while (!isPrefixOfAll(shortest, names)) {
            shortest = shortest.substring(0, shortest.lastIndexOf('.'));
        }
        return shortest;
    }

    private static boolean isPrefixOfAll(String prefix, List<String> names) {
        return names.stream().allMatch(name -> name.equals(prefix) || name.startsWith(prefix + "."));
    }

    private static String shortened(String name, String prefix) {
        return name.equals(prefix) ? name : name.substring(prefix.length() + 1);
    }

    private static String name(String info) {
        Matcher name = PACKAGE.matcher(info);
        assertThat(name.find()).isTrue();
        return name.group(1);
    }

    private static String sentence(String info) {
        Matcher comment = SENTENCE.matcher(info);
        assertThat(comment.find())
                .as("package-info with a description: " + info)
                .isTrue();
        String text =
                comment.group(1).replaceAll("\\n\\s*\\*", "\n").replaceAll("\\{@(?:code|link) ([^}]*)\\}", "`$1`");
        return text.replaceAll("\\s+", " ").strip().replace("|", "\\|");
    }
}
