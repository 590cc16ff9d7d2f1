package io.eventjobs.gateway.hostlimit;

import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.host.HostRecord;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.mongo.HostRecords;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.role.ConditionalOnRole;
import io.eventjobs.gateway.role.GatewayRole;
import io.eventjobs.gateway.transition.CoalescedUpdates;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HostProperties.class)
class HostConfiguration {
    @Bean
    HostCache hostCache(HostRecords records, OwnedPartitions partitions, Clock clock, Ticker ticker) {
        return new HostCache(records, partitions::owns, clock, ticker);
    }

    @Bean
    CoalescedUpdates<String, HostRecord> hostChanges(
            HostCache cache, ExecutorService backgroundExecutor, ConditionalUpdate update) {
        return new CoalescedUpdates<>(backgroundExecutor, cache, update);
    }

    @Bean
    HostLimiter hostLimiter(
            HostCache cache,
            HostProperties properties,
            CoalescedUpdates<String, HostRecord> hostChanges,
            Signal dispatchable,
            Clock clock) {
        return new HostLimiter(cache, properties.quotas(), hostChanges, dispatchable::raise, clock);
    }

    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner hostReconcilerRunner(
            HostRecords records,
            CoalescedUpdates<String, HostRecord> hostChanges,
            JobRecords jobs,
            OwnedPartitions partitions,
            Clock clock) {
        return new TaskRunner(
                "host-reconciler",
                Phases.BACKGROUND,
                new Signal(),
                new HostReconciler(records, hostChanges, jobs, partitions, clock));
    }
}
