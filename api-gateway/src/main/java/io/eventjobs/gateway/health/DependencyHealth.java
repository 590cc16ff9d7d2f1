package io.eventjobs.gateway.health;

import io.eventjobs.gateway.background.BackgroundTask;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The availability of a dependency that the gateway can tolerate losing for a while: its absence is reported as degraded and fails no
 * probe. Checked in the background, so that reading it costs nothing. Thread-safe.
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

    /** Runs one check; an exception of the probe is recorded as the fault. */
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

    /** Throws if the dependency is not available; must be bounded in time. */
    @FunctionalInterface
    interface Probe {
        void check() throws Exception;
    }
}
