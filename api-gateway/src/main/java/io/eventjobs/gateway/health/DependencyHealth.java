package io.eventjobs.gateway.health;

import io.eventjobs.gateway.background.BackgroundTask;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * A service that the gateway can do without for a while: its absence is reported as degraded and fails no probe. Checked in the
 * background, so asking costs nothing. Thread-safe.
 */
final class DependencyHealth implements HealthIndicator, BackgroundTask {
    static final String DEGRADED = "DEGRADED";

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);

    private final Probe probe;
    private volatile @Nullable String trouble = "not looked at yet";

    DependencyHealth(Probe probe) {
        this.probe = probe;
    }

    /** Checks once; what the check threw is the trouble. */
    @Override
    public Duration run() throws InterruptedException {
        try {
            probe.check();
            trouble = null;
            return CHECK_INTERVAL;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            trouble = e.getClass().getSimpleName();
            return RETRY_INTERVAL;
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
    interface Probe {
        void check() throws Exception;
    }
}
