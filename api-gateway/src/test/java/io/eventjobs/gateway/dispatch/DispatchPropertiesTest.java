package io.eventjobs.gateway.dispatch;

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

class DispatchPropertiesTest {
    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Test
    void readsWhatOperatorsWriteAndKeepsTheRestAsDocumented() {
        start.withPropertyValues("event-jobs.lease=3s", "event-jobs.retry.initial-delay=100ms")
                .run(context -> {
                    DispatchProperties properties = context.getBean(DispatchProperties.class);
                    assertThat(properties.lease()).isEqualTo(Duration.ofSeconds(3));
                    assertThat(properties.claimDeadline()).isEqualTo(Duration.ofSeconds(30));
                    assertThat(properties.lookahead()).isEqualTo(50);
                    assertThat(properties.retry().initialDelay()).isEqualTo(Duration.ofMillis(100));
                    assertThat(properties.retry().maxDelay()).isEqualTo(Duration.ofMinutes(5));
                    assertThat(properties.retry().maxInterruptions()).isEqualTo(10);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "event-jobs.lease, 2s, lease",
        "event-jobs.lease, 11m, lease",
        "event-jobs.lease, soon, lease",
        "event-jobs.claim-deadline, 0s, claimDeadline",
        "event-jobs.recovery-interval, 0s, recoveryInterval",
        "event-jobs.lookahead, -1, lookahead",
        "event-jobs.retry.min-deferral, 0s, minDeferral",
        "event-jobs.retry.max-interruptions, 0, maxInterruptions"
    })
    void theStartFailsOnAValueOutOfRangeAndNamesIt(String key, String value, String named) {
        start.withPropertyValues(key + "=" + value)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(named));
    }

    @Configuration
    @EnableConfigurationProperties(DispatchProperties.class)
    static class Bound {}
}
