package io.eventjobs.worker.health;

import io.eventjobs.artifact.StoreRefusedException;
import io.eventjobs.worker.background.BackgroundTask;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The availability of a dependency. Checked in the background, so that reading it costs nothing. Thread-safe. */
final class DependencyHealth implements HealthIndicator, BackgroundTask {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration INTERVAL_WHILE_AWAY = Duration.ofSeconds(1);

    private final Probe probe;
    private volatile @Nullable String fault = "not checked yet";

    DependencyHealth(Probe probe) {
        this.probe = probe;
    }

    /** Runs one check; an exception of the probe is recorded as the fault. */
    @Override
    public Duration run() throws InterruptedException {
        try {
            probe.check();
            fault = null;
            return INTERVAL;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            fault = e instanceof StoreRefusedException refused
                    ? refused.words()
                    : e.getClass().getSimpleName();
            return INTERVAL_WHILE_AWAY;
        }
    }

    @Override
    public Health health() {
        String now = fault;
        return now == null
                ? Health.up().build()
                : Health.outOfService().withDetail("fault", now).build();
    }

    /** Throws if the dependency is not available; must be bounded in time. */
    @FunctionalInterface
    interface Probe {
        void check() throws Exception;
    }
}
