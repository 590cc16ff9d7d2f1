package io.eventjobs.gateway.host;

import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.StepRunner;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.transition.FoldedChanges;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HostProperties.class)
class HostConfiguration {
    private static final int PHASE = 200;

    @Bean
    HostRecords hostRecords(MongoTemplate mongo, Clock clock) {
        return new HostRecords(mongo, clock);
    }

    @Bean
    HostMemory hostMemory(HostRecords records, OwnedPartitions partitions, Clock clock, Ticker ticker) {
        return new HostMemory(records, partitions::owns, clock, ticker);
    }

    @Bean
    FoldedChanges<String, HostRecord> hostChanges(HostMemory memory, ExecutorService dutyExecutor) {
        return new FoldedChanges<>(dutyExecutor, memory);
    }

    @Bean
    HostLanes hostLanes(
            HostMemory memory,
            HostProperties properties,
            FoldedChanges<String, HostRecord> hostChanges,
            Signal dispatchable,
            Clock clock) {
        return new HostLanes(memory, properties.quotas(), hostChanges, dispatchable::raise, clock);
    }

    @Bean
    StepRunner hostReconcilerRunner(
            HostRecords records,
            FoldedChanges<String, HostRecord> hostChanges,
            JobRecords jobs,
            OwnedPartitions partitions,
            Clock clock) {
        return new StepRunner(
                "host-reconciler",
                PHASE,
                new Signal(),
                new HostReconciler(records, hostChanges, jobs, partitions, clock));
    }
}
