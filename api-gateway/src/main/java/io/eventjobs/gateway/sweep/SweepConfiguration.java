package io.eventjobs.gateway.sweep;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.batchaction.BatchIntents;
import io.eventjobs.gateway.jobaction.JobActionService;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.mongo.StorageRecords;
import io.eventjobs.gateway.role.ConditionalOnRole;
import io.eventjobs.gateway.role.GatewayRole;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SweepProperties.class)
class SweepConfiguration {
    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner objectSweepRunner(
            ArtifactStore store,
            JobRecords jobs,
            StorageRecords storage,
            OwnedPartitions partitions,
            SweepProperties properties,
            Clock clock) {
        return new TaskRunner(
                "object-sweep",
                Phases.BACKGROUND,
                new Signal(),
                new ObjectSweep(store, jobs, storage, partitions, properties, clock));
    }

    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner recordSweepRunner(RecordSweep sweep) {
        return new TaskRunner("record-sweep", Phases.BACKGROUND, new Signal(), sweep);
    }

    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner batchRetentionRunner(
            BatchRecords batches,
            BatchIntents intents,
            OwnedPartitions partitions,
            SweepProperties properties,
            Clock clock) {
        return new TaskRunner(
                "batch-retention",
                Phases.BACKGROUND,
                new Signal(),
                new BatchRetention(batches, intents, partitions, properties, clock));
    }

    @Bean
    RecordSweep recordSweep(
            JobRecords jobs,
            BatchRecords batches,
            JobActionService jobActions,
            OwnedPartitions partitions,
            RecordSweep.Times times,
            Clock clock) {
        return new RecordSweep(jobs, batches, jobActions, partitions, times, clock);
    }

    @Bean
    RecordSweep.Times sweepTimes(
            SweepProperties properties,
            @Value("${event-jobs.submission.idempotency-retention:24h}") Duration idempotency) {
        return new RecordSweep.Times(properties, idempotency);
    }
}
