package io.eventjobs.worker;

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

class WorkerPropertiesTest {
    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Test
    void readsWhatOperatorsWriteAndKeepsTheRestAsDocumented() {
        start.withPropertyValues(
                        "event-jobs.worker.slots=32",
                        "event-jobs.worker.grace=0s",
                        "event-jobs.worker.allowed-private-hosts=one.test,two.test")
                .run(context -> {
                    WorkerProperties properties = context.getBean(WorkerProperties.class);
                    assertThat(properties.slots()).isEqualTo(32);
                    assertThat(properties.grace()).isZero();
                    assertThat(properties.drain()).isEqualTo(Duration.ofSeconds(20));
                    assertThat(properties.allowedPrivateHosts()).containsExactly("one.test", "two.test");
                    assertThat(properties.contact()).isNull();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "event-jobs.worker.slots, 0, slots",
        "event-jobs.worker.slots, 1001, slots",
        "event-jobs.worker.intake-consumers, 17, intakeConsumers",
        "event-jobs.worker.heartbeat, 0s, heartbeat",
        "event-jobs.worker.claim-timeout, -1s, claimTimeout",
        "event-jobs.worker.step-limit, 0s, stepLimit",
        "event-jobs.worker.grace, -1s, grace"
    })
    void theStartFailsOnAValueOutOfRangeAndNamesIt(String key, String value, String named) {
        start.withPropertyValues(key + "=" + value)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(named));
    }

    @Configuration
    @EnableConfigurationProperties(WorkerProperties.class)
    static class Bound {}
}
