package io.eventjobs.worker.kafka;

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

class WorkerKafkaPropertiesTest {
    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Test
    void bindsConfiguredValuesAndKeepsTheDocumentedDefaults() {
        start.withPropertyValues("event-jobs.worker.intake-consumers=4").run(context -> {
            WorkerKafkaProperties properties = context.getBean(WorkerKafkaProperties.class);
            assertThat(properties.intakeConsumers()).isEqualTo(4);
            assertThat(properties.presenceInterval()).isEqualTo(Duration.ofSeconds(2));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "event-jobs.worker.intake-consumers, 0, intakeConsumers",
        "event-jobs.worker.intake-consumers, 17, intakeConsumers",
        "event-jobs.worker.presence-interval, 0s, presenceInterval"
    })
    void theStartFailsOnAValueOutOfRangeAndNamesIt(String key, String value, String named) {
        start.withPropertyValues(key + "=" + value)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(named));
    }

    @Configuration
    @EnableConfigurationProperties(WorkerKafkaProperties.class)
    static class Bound {}
}
