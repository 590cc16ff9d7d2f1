package io.eventjobs.gateway.deletion;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.dispatch.DispatchProperties;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobLogs;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.mongo.UnfinishedRecords;
import io.eventjobs.gateway.role.ConditionalOnRole;
import io.eventjobs.gateway.role.GatewayRole;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeletionConfiguration {
    private static final int LEASES_OF_GRACE = 2;

    @Bean
    TombstonePurge tombstones(
            UnfinishedRecords unfinished,
            TombstonePurge.Storage storage,
            ArtifactStore store,
            OwnedPartitions partitions,
            DispatchProperties properties,
            Clock clock) {
        TombstonePurge.Timing timing =
                new TombstonePurge.Timing(properties.lease().multipliedBy(LEASES_OF_GRACE), properties.lease(), clock);
        return new TombstonePurge(unfinished, storage, store, partitions, timing);
    }

    @Bean
    TombstonePurge.Storage storage(JobRecords jobs, BatchRecords batches, JobLogs logs) {
        return new TombstonePurge.Storage(jobs, batches, logs);
    }

    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner tombstoneRunner(TombstonePurge tombstones) {
        return new TaskRunner("tombstones", Phases.SETTLING, new Signal(), tombstones);
    }
}
