package io.eventjobs.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class QuotaPropertiesTest {
    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Test
    void nothingIsLimitedUnlessToldOtherwise() {
        start.run(context -> assertThat(context.getBean(QuotaProperties.class))
                .isEqualTo(new QuotaProperties(0, 100, 0, 0, DataSize.ofBytes(0))));
    }

    @Test
    void takesEachKey() {
        start.withPropertyValues(
                        "event-jobs.quotas.requests-per-second=1",
                        "event-jobs.quotas.request-burst=2",
                        "event-jobs.quotas.unfinished-jobs=3",
                        "event-jobs.quotas.running-jobs=4",
                        "event-jobs.quotas.stored-size=5GB")
                .run(context -> assertThat(context.getBean(QuotaProperties.class))
                        .isEqualTo(new QuotaProperties(1, 2, 3, 4, DataSize.ofGigabytes(5))));
    }

    @ParameterizedTest
    @CsvSource({
        "requests-per-second, -1, requestsPerSecond, must be greater than or equal to 0",
        "request-burst, 0, requestBurst, must be greater than or equal to 1",
        "unfinished-jobs, -1, unfinishedJobs, must be greater than or equal to 0",
        "running-jobs, -1, runningJobs, must be greater than or equal to 0"
    })
    void theStartFailsOnAValueOutOfRangeAndSaysWhatIsAllowed(String key, String value, String field, String message) {
        start.withPropertyValues("event-jobs.quotas." + key + "=" + value).run(context -> assertThat(context)
                .getFailure()
                .hasStackTraceContaining("on field '" + field + "'")
                .hasStackTraceContaining("default message [" + message + "]"));
    }

    @Configuration
    @EnableConfigurationProperties(QuotaProperties.class)
    static class Bound {}
}
