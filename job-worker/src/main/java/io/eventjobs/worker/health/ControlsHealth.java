package io.eventjobs.worker.health;

import io.eventjobs.worker.kafka.ControlChannel;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the worker receives control messages; otherwise it takes no jobs. */
record ControlsHealth(ControlChannel controls) implements HealthIndicator {
    private static final Duration MAX_SILENCE = Duration.ofSeconds(15);

    @Override
    public Health health() {
        boolean hears = controls.isOpen() && controls.silence().compareTo(MAX_SILENCE) < 0;
        return (hears ? Health.up() : Health.outOfService())
                .withDetail("silence", controls.silence())
                .build();
    }
}
