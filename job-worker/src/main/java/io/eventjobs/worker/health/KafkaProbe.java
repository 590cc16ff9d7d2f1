package io.eventjobs.worker.health;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** Asks the brokers for the cluster's description. */
final class KafkaProbe implements DependencyHealth.Probe, AutoCloseable {
    private static final int TIMEOUT_SECONDS = 2;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final Admin admin;

    KafkaProbe(Map<String, Object> settings) {
        this.admin = Admin.create(settings);
    }

    @Override
    public void check() throws Exception {
        admin.describeCluster().clusterId().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    /** Does not wait for pending calls to unresponsive brokers. */
    @Override
    public void close() {
        admin.close(CLOSE_TIMEOUT);
    }
}
