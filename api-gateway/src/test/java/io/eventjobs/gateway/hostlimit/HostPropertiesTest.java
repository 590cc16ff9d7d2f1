package io.eventjobs.gateway.hostlimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.host.HostQuota;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class HostPropertiesTest {
    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Test
    void aHostHasSixtyFourJobsAtOnceAtAnyRateUnlessToldOtherwise() {
        start.run(context ->
                assertThat(context.getBean(HostProperties.class)).isEqualTo(new HostProperties(64, null, List.of())));
    }

    @Test
    void takesEachKey() {
        start.withPropertyValues(
                        "event-jobs.hosts.max-concurrent=3",
                        "event-jobs.hosts.max-per-second=2.5",
                        "event-jobs.hosts.rules[0].host=example.org",
                        "event-jobs.hosts.rules[0].max-concurrent=1",
                        "event-jobs.hosts.rules[0].max-per-second=0.5",
                        "event-jobs.hosts.rules[1].host=example.com")
                .run(context -> assertThat(context.getBean(HostProperties.class))
                        .isEqualTo(new HostProperties(
                                3,
                                2.5,
                                List.of(
                                        new HostProperties.Rule("example.org", 1, 0.5),
                                        new HostProperties.Rule("example.com", null, null)))));
    }

    @ParameterizedTest
    @CsvSource({
        "max-concurrent, 0, maxConcurrent, must be greater than or equal to 1",
        "max-concurrent, 1001, maxConcurrent, must be less than or equal to 1000",
        "max-per-second, 0, maxPerSecond, must be greater than or equal to 0.001",
        "max-per-second, 1001, maxPerSecond, must be less than or equal to 1000",
        "rules[0].host, ' ', rules[0].host, must not be blank",
        "rules[0].max-concurrent, 0, rules[0].maxConcurrent, must be greater than or equal to 1"
    })
    void theStartFailsOnAValueOutOfRangeAndSaysWhatIsAllowed(String key, String value, String field, String message) {
        start.withPropertyValues("event-jobs.hosts." + key + "=" + value).run(context -> assertThat(context)
                .getFailure()
                .hasStackTraceContaining("on field '" + field + "'")
                .hasStackTraceContaining("default message [" + message + "]"));
    }

    @Test
    void aRateIsTheTimeBetweenTwoStarts() {
        assertThat(new HostProperties(64, 4.0, List.of()).quotas().of("example.org"))
                .isEqualTo(new HostQuota(64, Duration.ofMillis(250)));
        assertThat(new HostProperties(64, null, List.of()).quotas().of("example.org"))
                .isEqualTo(new HostQuota(64, null));
    }

    @Test
    void aRuleHoldsForItsHostHoweverItIsWrittenAndSaysOnlyWhatDiffers() {
        HostProperties properties = new HostProperties(
                64,
                2.0,
                List.of(
                        new HostProperties.Rule(" Example.ORG. ", 1, null),
                        new HostProperties.Rule("bücher.example", null, 0.5)));

        assertThat(properties.quotas().of("example.org")).isEqualTo(new HostQuota(1, Duration.ofMillis(500)));
        assertThat(properties.quotas().of("xn--bcher-kva.example")).isEqualTo(new HostQuota(64, Duration.ofSeconds(2)));
        assertThat(properties.quotas().of("www.example.org")).isEqualTo(new HostQuota(64, Duration.ofMillis(500)));
    }

    @Configuration
    @EnableConfigurationProperties(HostProperties.class)
    static class Bound {}
}
