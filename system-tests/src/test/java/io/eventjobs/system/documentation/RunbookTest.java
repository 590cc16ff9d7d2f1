package io.eventjobs.system.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each alert says where it is explained, and is explained there. */
class RunbookTest {
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final Pattern RUNBOOK = Pattern.compile("runbook_url: (\\S+)");

    private final String rules =
            Repository.read(Repository.ROOT.resolve("deploy/observability/rules/event-jobs.rules.yml"));
    private final String operations = Repository.read(Repository.ROOT.resolve("docs/operations.md"));

    @Test
    void everyAlertHasASectionOfItsOwn() {
        List<String> alerts = all(ALERT, rules);

        assertThat(alerts).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        assertThat(all(RUNBOOK, rules))
                .isEqualTo(alerts.stream()
                        .map(alert -> "docs/operations.md#" + alert.toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(alerts).allMatch(alert -> operations.contains("\n### " + alert + "\n"));
    }

    @Test
    void noSectionExplainsAnAlertThatDoesNotExist() {
        assertThat(all(Pattern.compile("\n### (EventJobs\\w+)"), operations)).hasSameElementsAs(all(ALERT, rules));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
