package io.eventjobs.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class UploadPropertiesTest {
    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Test
    void takesTwoHundredMebibytesAndKeepsThemForADayUnlessToldOtherwise() {
        start.run(context -> assertThat(context.getBean(UploadProperties.class))
                .isEqualTo(new UploadProperties(200 << 20, 32, 1_000, Duration.ofHours(24), null)));
    }

    @Test
    void takesEachKey() {
        start.withPropertyValues(
                        "event-jobs.uploads.max-bytes=1",
                        "event-jobs.uploads.max-concurrent=2",
                        "event-jobs.uploads.max-unreferenced=3",
                        "event-jobs.uploads.retention=4s",
                        "event-jobs.uploads.folder=incoming")
                .run(context -> assertThat(context.getBean(UploadProperties.class))
                        .isEqualTo(new UploadProperties(1, 2, 3, Duration.ofSeconds(4), Path.of("incoming"))));
    }

    @ParameterizedTest
    @CsvSource({
        "max-bytes, 0, maxBytes, must be greater than or equal to 1",
        "max-bytes, 2147483648, maxBytes, must be less than or equal to 2147483647",
        "max-concurrent, 0, maxConcurrent, must be greater than or equal to 1",
        "max-concurrent, 1001, maxConcurrent, must be less than or equal to 1000",
        "max-unreferenced, 0, maxUnreferenced, must be greater than or equal to 1",
        "retention, 0s, retention, must be longer than or equal to 1 second"
    })
    void theStartFailsOnAValueOutOfRangeAndSaysWhatIsAllowed(String key, String value, String field, String message) {
        start.withPropertyValues("event-jobs.uploads." + key + "=" + value).run(context -> assertThat(context)
                .getFailure()
                .hasStackTraceContaining("on field '" + field + "'")
                .hasStackTraceContaining("default message [" + message + "]"));
    }

    @Configuration
    @EnableConfigurationProperties(UploadProperties.class)
    static class Bound {}
}
