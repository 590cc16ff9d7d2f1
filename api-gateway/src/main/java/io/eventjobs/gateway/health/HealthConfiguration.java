package io.eventjobs.gateway.health;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.StepRunner;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What readiness says of the object store and of Kafka. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    private static final int LOOK_SECONDS = 2;

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
