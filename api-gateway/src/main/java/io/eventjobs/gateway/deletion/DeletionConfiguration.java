package io.eventjobs.gateway.deletion;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.StepRunner;
import io.eventjobs.gateway.dispatch.DispatchProperties;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobLogs;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.mongo.UnfinishedRecords;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeletionConfiguration {
    private static final int LEASES_OF_GRACE = 2;
    private static final int PHASE = 100;

    @Bean
    Tombstones tombstones(
            UnfinishedRecords unfinished,
            Tombstones.Burial burial,
            ArtifactStore store,
            OwnedPartitions partitions,
            DispatchProperties properties,
            Clock clock) {
        Tombstones.Rhythm rhythm =
                new Tombstones.Rhythm(properties.lease().multipliedBy(LEASES_OF_GRACE), properties.lease(), clock);
        return new Tombstones(unfinished, burial, store, partitions, rhythm);
    }

    @Bean
    Tombstones.Burial burial(JobRecords jobs, BatchRecords batches, JobLogs logs) {
        return new Tombstones.Burial(jobs, batches, logs);
    }

    @Bean
    StepRunner tombstoneRunner(Tombstones tombstones) {
        return new StepRunner("tombstones", PHASE, new Signal(), tombstones);
    }
}
