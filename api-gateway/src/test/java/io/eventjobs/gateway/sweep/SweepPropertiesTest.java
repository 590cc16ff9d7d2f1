package io.eventjobs.gateway.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
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

    private static SweepProperties bound(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate("event-jobs.sweep", SweepProperties.class);
    }
}
