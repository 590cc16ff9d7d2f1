package io.eventjobs.system.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/configuration.md lists every configuration key, and no others. */
class ConfigurationDocumentTest {
    /** In the first cell of a row; {@code .key} abbreviates the preceding key with its last part replaced. */
    private static final Pattern KEY = Pattern.compile("`(event-jobs\\.[a-z0-9.\\[\\]-]+|\\.[a-z0-9.-]+)`");

    /** Read by {@code @Value} or bound elsewhere, so no record declares it. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "event-jobs\\.(start-(wait|timeout)|enable-noop|clock-offset|worker\\.(robots|management-port))");

    @Test
    void namesEveryKeyAndNoOther() {
        Set<String> documented = documented();
        Set<String> declared = declared();

        assertThat(declared).hasSizeGreaterThan(60);
        assertThat(difference(declared, documented))
                .as("keys missing in docs/configuration.md")
                .isEmpty();
        assertThat(difference(documented, declared).stream()
                        .filter(key -> !ELSEWHERE.matcher(key).matches()))
                .as("unused keys in docs/configuration.md")
                .isEmpty();
    }

    private static Set<String> difference(Set<String> these, Set<String> those) {
        Set<String> left = new TreeSet<>(these);
        left.removeAll(those);
        return left;
    }

    private static Set<String> documented() {
        Set<String> keys = new TreeSet<>();
        Repository.read(Repository.ROOT.resolve("docs/configuration.md"))
                .lines()
                .filter(line -> line.startsWith("| `event-jobs."))
                .forEach(row -> keys.addAll(keys(row.split(" \\| ")[0])));
        return keys;
    }

    private static List<String> keys(String cell) {
        List<String> keys = new ArrayList<>();
        for (Matcher key = KEY.matcher(cell); key.find(); ) {
            String written = key.group(1);
            if (written.startsWith(".")) {
                String before = keys.getLast();
                written = before.substring(0, before.lastIndexOf('.')) + written;
            }
            keys.add(written);
        }
        return keys.stream().map(key -> key.replaceAll("\\[\\d+\\]", "[]")).toList();
    }

    private static Set<String> declared() {
        return DeclaredProperty.all().stream()
                .map(DeclaredProperty::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
