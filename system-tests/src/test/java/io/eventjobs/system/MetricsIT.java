package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The metrics of a gateway are those that are documented, and none has a tag with unbounded values. */
@ExtendWith(SystemUnderTest.class)
class MetricsIT {
    private static final Pattern NAMES = Pattern.compile("`((?:event_jobs|kafka|http)_[a-z_]+)");

    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (event_jobs_\\S+) (\\S+)$");
    private static final Pattern DOCUMENTED = Pattern.compile("`(event_jobs_[a-z_]+)(?:\\{([a-z_,]+)})?`");

    @Test
    void everyDocumentedMetricExists(Gateway gateway, TestSite site) throws IOException {
        String job = gateway.submit("Measured", site.address("/measured"));
        gateway.awaitFinished(job);
        gateway.awaitFinished(gateway.submit("Fails", site.address("/missing")));
        String docs = Files.readString(Path.of("../docs/metrics.md")).split("\n## Workers\n")[0];

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            String metrics = metrics(gateway);
            assertThat(NAMES.matcher(docs).results().map(MetricsIT::name))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(metrics).contains("\n" + name));
            assertThat(metrics).contains("event_jobs_failures_total{code=\"HTTP_NOT_FOUND\"}");
        });
        assertThat(metrics(gateway)).doesNotContain(job).doesNotContain("job-0");
    }

    @Test
    void everyMetricOfOursIsDocumentedWithItsKindAndTags(Gateway gateway, TestSite site) throws IOException {
        gateway.awaitFinished(gateway.submit("Documented", site.address("/documented")));
        String docs = Files.readString(Path.of("../docs/metrics.md")).split("\n## Workers\n")[0];

        assertThat(served(metrics(gateway))).isEqualTo(documented(docs));
    }

    /** Each as {@code name{tag,…} kind}; the maximum of a timer belongs to the timer. */
    private static SortedSet<String> served(String metrics) {
        SortedSet<String> found = new TreeSet<>();
        for (MatchResult type : TYPE.matcher(metrics).results().toList()) {
            String name = type.group(1);
            String kind = type.group(2).equals("summary") ? "timer" : type.group(2);
            String tags = Pattern.compile("(?m)^" + name + "(?:_count)?\\{([^}]*)} ")
                    .matcher(metrics)
                    .results()
                    .map(sample -> sample.group(1).replaceAll("=\"[^\"]*\"", ""))
                    .findFirst()
                    .orElse("");
            if (!name.endsWith("_seconds_max")) {
                found.add(name + "{" + tags + "} " + kind);
            }
        }
        return found;
    }

    private static SortedSet<String> documented(String docs) {
        SortedSet<String> found = new TreeSet<>();
        docs.lines().filter(line -> line.startsWith("| `event_jobs_")).forEach(line -> {
            String[] cells = line.split(" \\| ");
            DOCUMENTED
                    .matcher(cells[0])
                    .results()
                    .forEach(name -> found.add(name.group(1) + "{" + (name.group(2) == null ? "" : name.group(2)) + "} "
                            + cells[1].strip()));
        });
        return found;
    }

    private static String name(MatchResult found) {
        return found.group(1);
    }

    private static String metrics(Gateway gateway) {
        return new String(gateway.get("/actuator/prometheus").body(), StandardCharsets.UTF_8);
    }
}
