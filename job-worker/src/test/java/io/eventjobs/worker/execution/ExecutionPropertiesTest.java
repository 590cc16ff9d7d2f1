package io.eventjobs.worker.execution;

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

class ExecutionPropertiesTest {
    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Test
    void bindsConfiguredValuesAndKeepsTheDocumentedDefaults() {
        start.withPropertyValues("event-jobs.worker.slots=32", "event-jobs.worker.stop-grace-period=0s")
                .run(context -> {
                    ExecutionProperties properties = context.getBean(ExecutionProperties.class);
                    assertThat(properties.slots()).isEqualTo(32);
                    assertThat(properties.stopGracePeriod()).isZero();
                    assertThat(properties.drainTimeout()).isEqualTo(Duration.ofSeconds(20));
                    assertThat(properties.limits())
                            .isEqualTo(new ExecutionLimits(
                                    Duration.ofSeconds(10),
                                    Duration.ofSeconds(5),
                                    Duration.ofMinutes(30),
                                    Duration.ofHours(2)));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "event-jobs.worker.slots, 0, slots",
        "event-jobs.worker.slots, 1001, slots",
        "event-jobs.worker.heartbeat-interval, 0s, heartbeatInterval",
        "event-jobs.worker.claim-timeout, -1s, claimTimeout",
        "event-jobs.worker.step-timeout, 0s, stepTimeout",
        "event-jobs.worker.stop-grace-period, -1s, stopGracePeriod"
    })
    void theStartFailsOnAValueOutOfRangeAndNamesIt(String key, String value, String named) {
        start.withPropertyValues(key + "=" + value)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(named));
    }

    @Configuration
    @EnableConfigurationProperties(ExecutionProperties.class)
    static class Bound {}
}
