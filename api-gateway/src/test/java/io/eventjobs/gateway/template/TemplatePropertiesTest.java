package io.eventjobs.gateway.template;

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

class TemplatePropertiesTest {
    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Test
    void hasNoFolderAndLooksEachFiveSecondsUnlessToldOtherwise() {
        start.run(context -> assertThat(context.getBean(TemplateProperties.class))
                .isEqualTo(new TemplateProperties(null, Duration.ofSeconds(5), 100)));
    }

    @Test
    void takesEachKey() {
        start.withPropertyValues(
                        "event-jobs.templates.folder=templates",
                        "event-jobs.templates.refresh-interval=2s",
                        "event-jobs.templates.max-per-tenant=3")
                .run(context -> assertThat(context.getBean(TemplateProperties.class))
                        .isEqualTo(new TemplateProperties(Path.of("templates"), Duration.ofSeconds(2), 3)));
    }

    @ParameterizedTest
    @CsvSource({
        "refresh-interval, 99ms, refreshInterval, must be longer than or equal to 100 millis",
        "refresh-interval, 61m, refreshInterval, must be shorter than or equal to 1 hour",
        "max-per-tenant, 0, maxPerTenant, must be greater than or equal to 1",
        "max-per-tenant, 1001, maxPerTenant, must be less than or equal to 1000"
    })
    void theStartFailsOnAValueOutOfRangeAndSaysWhatIsAllowed(String key, String value, String field, String message) {
        start.withPropertyValues("event-jobs.templates." + key + "=" + value).run(context -> assertThat(context)
                .getFailure()
                .hasStackTraceContaining("on field '" + field + "'")
                .hasStackTraceContaining("default message [" + message + "]"));
    }

    @Configuration
    @EnableConfigurationProperties(TemplateProperties.class)
    static class Bound {}
}
