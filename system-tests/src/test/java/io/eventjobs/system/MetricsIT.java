package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each documented gateway metric exists, and none has a tag with unbounded values. */
@ExtendWith(SystemUnderTest.class)
class MetricsIT {
    private static final Pattern NAMES = Pattern.compile("`((?:event_jobs|kafka|http)_[a-z_]+)");

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

    private static String name(MatchResult found) {
        return found.group(1);
    }

    private static String metrics(Gateway gateway) {
        return new String(gateway.get("/actuator/prometheus").body(), StandardCharsets.UTF_8);
    }
}
