package io.eventjobs.gateway.upload;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.mongo.UploadRecords;
import io.eventjobs.gateway.role.ConditionalOnRole;
import io.eventjobs.gateway.role.GatewayRole;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadProperties.class)
class UploadConfiguration {
    @Bean
    UploadRemoval uploadRemoval(
            UploadRecords uploads, JobRecords jobs, ArtifactStore store, UploadProperties properties) {
        return new UploadRemoval(uploads, jobs, store, properties.retention());
    }

    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner uploadSweepRunner(
            UploadRecords uploads,
            UploadRemoval removal,
            OwnedPartitions partitions,
            UploadProperties properties,
            Clock clock) {
        return new TaskRunner(
                "upload-sweep",
                Phases.BACKGROUND,
                new Signal(),
                new UploadSweep(uploads, removal, partitions, properties.retention(), clock));
    }
}
