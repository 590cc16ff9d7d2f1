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
        "event-jobs.submission.job-bytes, 10, jobBytes",
        "event-jobs.submission.batch-jobs, 0, batchJobs",
        "event-jobs.submission.batch-jobs, 10001, batchJobs",
        "event-jobs.submission.backlog, 0, backlog",
        "event-jobs.submission.idempotency, 0s, idempotency",
        "event-jobs.submission.abandoned, 0s, abandoned"
    })
    void theStartFailsOnAValueOutOfRangeAndNamesIt(String key, String value, String named) {
        start.withPropertyValues(key + "=" + value)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(named));
    }

    @Configuration
    @EnableConfigurationProperties(SubmissionProperties.class)
    static class Bound {}
}
