package io.eventjobs.gateway.recovery;

import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.dispatch.CommandSender;
import io.eventjobs.gateway.dispatch.DispatchProperties;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.mongo.UnfinishedRecords;
import io.eventjobs.gateway.outbox.OutboxRelay;
import io.eventjobs.gateway.role.ConditionalOnRole;
import io.eventjobs.gateway.role.GatewayRole;
import io.eventjobs.gateway.transition.BatchRecounts;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.ChangeListener;
import io.eventjobs.gateway.transition.JobTransitions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {
    @Bean
    BatchReconciler batchReconciler(
            JobIndex jobIndex,
            JobTransitions jobs,
            BatchTransitions batches,
            ExecutorService backgroundExecutor,
            Clock clock) {
        return new BatchReconciler(jobIndex, jobs, batches, backgroundExecutor, clock);
    }

    @Bean
    RecordRefresher recordRefresher(
            UnfinishedRecords records,
            JobIndex jobIndex,
            JobTransitions jobs,
            BatchTransitions batches,
            BatchReconciler reconciler,
            CommandSender commands) {
        return new RecordRefresher(records, jobIndex, jobs, batches, reconciler, commands);
    }

    @Bean
    ChangeListener changeListener(
            OwnedPartitions partitions,
            JobTransitions jobs,
            RecordRefresher refresher,
            GatewaySender sender,
            ExecutorService backgroundExecutor) {
        return new ChangePropagation(partitions, jobs, refresher, sender, backgroundExecutor);
    }

    @Bean
    UnpublishedEvents unpublishedEvents(UnfinishedRecords records, JobIndex jobIndex, OutboxRelay outbox) {
        return new UnpublishedEvents(records, jobIndex, outbox);
    }

    @Bean
    ScanSchedule scanSchedule(DispatchProperties properties, Ticker ticker) {
        return new ScanSchedule(properties.recoveryInterval(), ticker, new Signal());
    }

    @Bean
    RecordScan recordScan(
            UnfinishedRecords records,
            JobIndex jobIndex,
            RecordRefresher refresher,
            BatchRecounts recounts,
            Recovery.BulkActions bulkActions) {
        return new RecordScan(records, jobIndex, refresher, recounts, bulkActions);
    }

    @Bean
    Recovery recovery(
            JobIndex jobIndex,
            ScanSchedule schedule,
            RecordScan scan,
            UnpublishedEvents unpublished,
            MeterRegistry meters) {
        return new Recovery(jobIndex, schedule, scan, unpublished, meters);
    }

    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner recoveryRunner(Recovery recovery, ScanSchedule schedule) {
        return new TaskRunner("recovery", Phases.BACKGROUND, schedule.signal(), recovery);
    }
}
