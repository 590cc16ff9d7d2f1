package io.eventjobs.gateway.health;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.MinioArtifactStore;
import io.eventjobs.gateway.runner.Signal;
import io.eventjobs.gateway.runner.StepRunner;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The object store, and what readiness says of it and of Kafka. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreProperties.class)
class HealthConfiguration {
    private static final int LOOK_SECONDS = 2;

    @Bean(destroyMethod = "close")
    MinioArtifactStore artifactStore(StoreProperties properties) {
        return new MinioArtifactStore(properties.settings());
    }

    /** The first look that succeeds has made the bucket, too. */
    @Bean
    Dependency objectStoreHealthIndicator(ArtifactStore store) {
        return new Dependency(store::prepare);
    }

    @Bean(destroyMethod = "close")
    Admin healthAdmin(KafkaProperties kafka) {
        return Admin.create(kafka.buildAdminProperties());
    }

    @Bean
    Dependency kafkaHealthIndicator(Admin healthAdmin) {
        return new Dependency(() -> healthAdmin.describeCluster().clusterId().get(LOOK_SECONDS, TimeUnit.SECONDS));
    }

    @Bean
    StepRunner objectStoreLook(Dependency objectStoreHealthIndicator) {
        return new StepRunner("look-at-object-store", 100, new Signal(), objectStoreHealthIndicator);
    }

    @Bean
    StepRunner kafkaLook(Dependency kafkaHealthIndicator) {
        return new StepRunner("look-at-kafka", 100, new Signal(), kafkaHealthIndicator);
    }
}
