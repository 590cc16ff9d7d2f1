package io.eventjobs.gateway.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class SweepPropertiesTest {
    @Test
    void sweepsEachHalfMinuteAndKeepsFinishedJobsUnlessToldOtherwise() {
        assertThat(bound(Map.of()))
                .isEqualTo(new SweepProperties(
                        Duration.ofSeconds(30),
                        1_000,
                        Duration.ofHours(6),
                        Duration.ofDays(30),
                        DataSize.ofGigabytes(100),
                        null));
    }

    @Test
    void takesEachKey() {
        assertThat(bound(Map.of(
                        "event-jobs.sweep.interval", "1s",
                        "event-jobs.sweep.max-objects", "10",
                        "event-jobs.sweep.grace", "2s",
                        "event-jobs.sweep.checkpoint-retention", "3d",
                        "event-jobs.sweep.max-checkpoint-size", "4MB",
                        "event-jobs.sweep.retention", "5d")))
                .isEqualTo(new SweepProperties(
                        Duration.ofSeconds(1),
                        10,
                        Duration.ofSeconds(2),
                        Duration.ofDays(3),
                        DataSize.ofMegabytes(4),
                        Duration.ofDays(5)));
    }

    @Test
    void refusesAnIntervalThatIsNone() {
        assertThatThrownBy(() -> bound(Map.of("event-jobs.sweep.interval", "often")))
                .isInstanceOf(BindException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "interval, 99ms, interval, must be longer than or equal to 100 millis",
        "max-objects, 0, maxObjects, must be greater than or equal to 1",
        "max-objects, 1001, maxObjects, must be less than or equal to 1000",
        "grace, -1s, grace, must be longer than or equal to 0",
        "checkpoint-retention, -1s, checkpointRetention, must be longer than or equal to 0",
        "retention, 0s, retention, must be longer than or equal to 1 second"
    })
    void theStartFailsOnAValueOutOfRangeAndSaysWhatIsAllowed(String key, String value, String field, String message) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .withUserConfiguration(Bound.class)
                .withPropertyValues("event-jobs.sweep." + key + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("on field '" + field + "'")
                        .hasStackTraceContaining("default message [" + message));
    }

    private static SweepProperties bound(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate("event-jobs.sweep", SweepProperties.class);
    }

    @Configuration
    @EnableConfigurationProperties(SweepProperties.class)
    static class Bound {}
}
