package io.eventjobs.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class SubmissionPropertiesTest {
    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Test
    void boundsWhatIsAcceptedAsDocumented() {
        start.run(context -> assertThat(context.getBean(SubmissionProperties.class))
                .isEqualTo(new SubmissionProperties(
                        256 << 10, 64 << 10, 10_000, 200_000, Duration.ofHours(24), Duration.ofMinutes(10))));
    }

    @ParameterizedTest
    @CsvSource({
        "event-jobs.submission.max-job-bytes, 10, maxJobBytes",
        "event-jobs.submission.max-batch-jobs, 0, maxBatchJobs",
        "event-jobs.submission.max-batch-jobs, 10001, maxBatchJobs",
        "event-jobs.submission.max-backlog, 0, maxBacklog",
        "event-jobs.submission.idempotency-retention, 0s, idempotencyRetention",
        "event-jobs.submission.abandoned-after, 0s, abandonedAfter"
    })
    void theStartFailsOnAValueOutOfRangeAndNamesIt(String key, String value, String named) {
        start.withPropertyValues(key + "=" + value)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(named));
    }

    @Configuration
    @EnableConfigurationProperties(SubmissionProperties.class)
    static class Bound {}
}
