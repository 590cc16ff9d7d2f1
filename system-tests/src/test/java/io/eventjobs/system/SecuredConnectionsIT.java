package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The core path where every connection to a service uses TLS with a private authority, Kafka also SCRAM. */
@EnabledIfSystemProperty(
        named = "event-jobs.servers",
        matches = "embedded",
        disabledReason = "the servers are part of what is tested")
class SecuredConnectionsIT {
    @TempDir
    Path folder;

    private TestSite site;
    private SecuredServices services;
    private Cluster cluster;

    @BeforeEach
    void start() throws Exception {
        site = TestSite.start();
        services = SecuredServices.start(folder);
        cluster = Cluster.withoutServices(folder);
        services.environment().forEach(cluster::set);
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
        services.close();
        site.close();
    }

    @Test
    void aSessionBecomesADocumentAndItsEventsArePublished() {
        Gateway gateway = cluster.gateway("gateway");
        cluster.worker("worker", 2);
        cluster.awaitReady(1);

        JsonNode job = gateway.awaitFinished(gateway.submit("Secured", site.address("/queues")));

        assertThat(job.path("status").asString()).isEqualTo("completed");
        String markdown = new String(
                gateway.get(job.path("results").path("markdown_url").asString()).body(), StandardCharsets.UTF_8);
        assertThat(markdown).contains("# Secured");
        assertThat(new KafkaMessages(services.kafkaClient())
                        .ofKey("event-jobs.events", job.path("job_id").asString()))
                .extracting(message -> KafkaMessages.header(message, "ce_type"))
                .contains("job.created", "job.started", "job.completed");
    }
}
