package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Gateways that only serve, beside gateways that only control (ADR 39). */
@EnabledIfSystemProperty(
        named = "event-jobs.servers",
        matches = "embedded",
        disabledReason = "the servers are part of what is tested")
class RolesIT {
    @TempDir
    Path folder;

    private Cluster cluster;
    private Gateway serving;
    private Gateway controlling;

    @BeforeEach
    void start() {
        cluster = Cluster.withServices(folder);
        serving = cluster.gateway("serving", "--roles", "http");
        controlling = cluster.gateway("controlling", "--roles", "control");
        cluster.worker("worker", 2);
        cluster.awaitReady("serving", 1);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void theOneServesWhatTheOtherDispatches() {
        String job = serving.submitNoop(10);

        serving.awaitStatus(job, "completed");

        assertThat(cluster.log("controlling")).content().contains("Partitions assigned");
        assertThat(cluster.log("serving")).content().doesNotContain("Partitions assigned");
        assertThat(new KafkaMessages(cluster.address("EVENT_JOBS_KAFKA")).ofKey("event-jobs.events", job))
                .extracting(message -> KafkaMessages.header(message, "ce_type"))
                .startsWith("job.created")
                .endsWith("job.completed");

        assertThat(controlling.getUnchecked("/api/ops/queue").statusCode()).isEqualTo(404);
        assertThat(controlling.getUnchecked("/console").statusCode()).isEqualTo(404);
        assertThat(controlling.getUnchecked("/actuator/health/readiness").statusCode())
                .isEqualTo(200);
        assertThat(new String(controlling.getUnchecked("/actuator/prometheus").body(), StandardCharsets.UTF_8))
                .contains("event_jobs_partitions");
    }
}
