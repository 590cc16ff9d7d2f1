package io.eventjobs.worker.health;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** What a running worker still waits for before it takes commands, in words for people. Thread-safe. */
public final class WorkerReadiness {
    private final List<Need> needs;
    private final HealthIndicator controls;

    /** @param controls whether the worker receives control messages, which needs Kafka and topics that a gateway makes */
    WorkerReadiness(List<Need> needs, HealthIndicator controls) {
        this.needs = List.copyOf(needs);
        this.controls = controls;
    }

    /** What is missing, such as {@code Kafka at 127.0.0.1:9092}; empty if the worker takes commands. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Need need : needs) {
            if (isMissing(need.health())) {
                missing.add(need.name() + " at " + need.address());
            }
        }
        if (missing.isEmpty() && isMissing(controls)) {
            missing.add("the topics, which a gateway creates");
        }
        return missing;
    }

    private static boolean isMissing(HealthIndicator indicator) {
        var health = indicator.health();
        return health == null || !health.getStatus().equals(Status.UP);
    }

    /** A service that the worker cannot work without. */
    record Need(String name, String address, HealthIndicator health) {}
}
