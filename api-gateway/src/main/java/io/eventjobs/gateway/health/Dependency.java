package io.eventjobs.gateway.health;

import io.eventjobs.gateway.background.Step;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * One thing the gateway can do without for a while: its absence is named as degraded and fails no probe. Looked at in the
 * background, so asking costs nothing. Thread-safe.
 */
final class Dependency implements HealthIndicator, Step {
    static final String DEGRADED = "DEGRADED";

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS_WHILE_AWAY = Duration.ofSeconds(1);

    private final Look look;
    private volatile @Nullable String trouble = "not looked at yet";

    Dependency(Look look) {
        this.look = look;
    }

    /** Looks once; what it threw is the trouble. */
    @Override
    public Duration run() throws InterruptedException {
        try {
            look.atIt();
            trouble = null;
            return BETWEEN_LOOKS;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            trouble = e.getClass().getSimpleName();
            return BETWEEN_LOOKS_WHILE_AWAY;
        }
    }

    @Override
    public Health health() {
        String now = trouble;
        return now == null
                ? Health.up().build()
                : Health.status(DEGRADED).withDetail("trouble", now).build();
    }

    /** Fails if the thing is not there; bounded in time. */
    @FunctionalInterface
    interface Look {
        void atIt() throws Exception;
    }
}
