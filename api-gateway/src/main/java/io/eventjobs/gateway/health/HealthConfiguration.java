package io.eventjobs.gateway.health;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.StoreService;
import io.eventjobs.connection.Service;
import io.eventjobs.connection.StartChecks;
import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health of the object store and of Kafka, as part of readiness. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    private static final int PROBE_SECONDS = 2;

    @Bean
    StartChecks startChecks() {
        return new StartChecks();
    }

    /** The first successful check also creates the bucket. */
    @Bean
    DependencyHealth objectStoreHealthIndicator(
            ArtifactStore store, @Value("${event-jobs.s3.endpoint}") URI endpoint, StartChecks checks) {
        return new DependencyHealth(checks.of(StoreService.at(endpoint), store::prepare)::run);
    }

    @Bean(destroyMethod = "close")
    Admin healthAdmin(KafkaProperties kafka) {
        return Admin.create(kafka.buildAdminProperties());
    }

    @Bean
    DependencyHealth kafkaHealthIndicator(Admin healthAdmin, KafkaProperties kafka, StartChecks checks) {
        Service service = Service.kafka(String.join(",", kafka.getBootstrapServers()));
        return new DependencyHealth(checks.of(
                service, () -> healthAdmin.describeCluster().clusterId().get(PROBE_SECONDS, TimeUnit.SECONDS))::run);
    }

    @Bean
    TaskRunner objectStoreHealthRunner(DependencyHealth objectStoreHealthIndicator) {
        return new TaskRunner("object-store-health", Phases.SETTLING, new Signal(), objectStoreHealthIndicator);
    }

    @Bean
    TaskRunner kafkaHealthRunner(DependencyHealth kafkaHealthIndicator) {
        return new TaskRunner("kafka-health", Phases.SETTLING, new Signal(), kafkaHealthIndicator);
    }
}
