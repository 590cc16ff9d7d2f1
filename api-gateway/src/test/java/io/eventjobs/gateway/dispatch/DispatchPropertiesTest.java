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
    void aLeaseIsHalfAMinuteAndAFailureIsTriedAgainSoonUnlessToldOtherwise() {
        start.run(context -> assertThat(context.getBean(DispatchProperties.class))
                .isEqualTo(new DispatchProperties(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60),
                        50,
                        true,
                        new DispatchProperties.Retry(
                                Duration.ofSeconds(2),
                                Duration.ofMinutes(5),
                                Duration.ofSeconds(15),
                                Duration.ofHours(6),
                                2,
                                3,
                                10))));
    }

    @Test
    void takesEachKey() {
        start.withPropertyValues(
                        "event-jobs.lease=3s",
                        "event-jobs.claim-deadline=4s",
                        "event-jobs.recovery-interval=5s",
                        "event-jobs.lookahead=6",
                        "event-jobs.assignments=false",
                        "event-jobs.retry.initial-delay=7ms",
                        "event-jobs.retry.max-delay=8s",
                        "event-jobs.retry.min-deferral=9s",
                        "event-jobs.retry.max-deferral=10h",
                        "event-jobs.retry.interruptions-before-alone=12",
                        "event-jobs.retry.max-interruptions-alone=13",
                        "event-jobs.retry.max-interruptions=11")
                .run(context -> assertThat(context.getBean(DispatchProperties.class))
                        .isEqualTo(new DispatchProperties(
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(5),
                                6,
                                false,
                                new DispatchProperties.Retry(
                                        Duration.ofMillis(7),
                                        Duration.ofSeconds(8),
                                        Duration.ofSeconds(9),
                                        Duration.ofHours(10),
                                        12,
                                        13,
                                        11))));
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
        "event-jobs.retry.interruptions-before-alone, 0, interruptionsBeforeAlone",
        "event-jobs.retry.max-interruptions-alone, 0, maxInterruptionsAlone",
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
