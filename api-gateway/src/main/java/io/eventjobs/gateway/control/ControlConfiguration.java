package io.eventjobs.gateway.control;

import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.dispatch.DispatchPermits;
import io.eventjobs.gateway.dispatch.DispatchProperties;
import io.eventjobs.gateway.dispatch.Dispatcher;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.gateway.hostlimit.HostLimiter;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.kafka.ReportPartitions;
import io.eventjobs.gateway.lease.LeaseExpiry;
import io.eventjobs.gateway.lease.LeaseGrace;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobLogs;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.mongo.Quarantine;
import io.eventjobs.gateway.mongo.UnfinishedRecords;
import io.eventjobs.gateway.outbox.OutboxRelay;
import io.eventjobs.gateway.outbox.OutboxSettler;
import io.eventjobs.gateway.outbox.PublicationListener;
import io.eventjobs.gateway.projection.JobProjection;
import io.eventjobs.gateway.projection.ReportListener;
import io.eventjobs.gateway.projection.ReportRouter;
import io.eventjobs.gateway.queue.QueueSwitch;
import io.eventjobs.gateway.recovery.BatchReconciler;
import io.eventjobs.gateway.recovery.Recovery;
import io.eventjobs.gateway.transition.BatchRecounts;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.ChangeListener;
import io.eventjobs.gateway.transition.JobTransitions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The background tasks of a gateway. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DispatchProperties.class)
class ControlConfiguration {
    private final Signal recoverable = new Signal();

    /** @param offset what the clock is wrong by, for drills: nothing but the order of waits may depend on it */
    @Bean
    Clock clock(@Value("${event-jobs.clock-offset:0s}") Duration offset) {
        return Clock.offset(Clock.systemUTC(), offset);
    }

    @Bean
    Ticker ticker() {
        return Ticker.SYSTEM;
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService backgroundExecutor() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("background-", 0).factory());
    }

    /** Raised when a job may have become ready, or room for one may have come up. */
    @Bean
    Signal dispatchable() {
        return new Signal();
    }

    @Bean
    OwnedPartitions ownedPartitions(ReportPartitions partitions) {
        return new OwnedPartitions(partitions);
    }

    @Bean
    JobIndex jobIndex(OwnedPartitions partitions, Ticker ticker, Signal dispatchable) {
        return new JobIndex(partitions, ticker, dispatchable);
    }

    @Bean
    WorkerRegistry workerRegistry(Ticker ticker, Signal dispatchable) {
        return new WorkerRegistry(ticker, dispatchable);
    }

    @Bean
    OutboxSettler outboxSettler(JobRecords jobs, BatchRecords batches) {
        return new OutboxSettler(jobs, batches);
    }

    @Bean
    OutboxRelay outboxRelay(GatewaySender sender, OutboxSettler settler, PublicationListener listener) {
        return new OutboxRelay(sender, settler, listener);
    }

    @Bean
    BatchRecounts batchRecounts(
            JobRecords jobs, BatchRecords batches, OutboxSettler settler, Clock clock, Ticker ticker) {
        return new BatchRecounts(jobs, batches, settler, clock, ticker);
    }

    @Bean
    JobTransitions jobTransitions(
            JobRecords records, JobIndex jobIndex, OutboxRelay outbox, BatchRecounts recounts, HostLimiter hosts) {
        return new JobTransitions(records, jobIndex, outbox, recounts, hosts);
    }

    @Bean
    BatchTransitions batchTransitions(
            BatchRecords records, OutboxRelay outbox, BatchRecounts recounts, ExecutorService backgroundExecutor) {
        BatchTransitions batches = new BatchTransitions(records, outbox, backgroundExecutor);
        recounts.onCounted(batches::observe);
        return batches;
    }

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
    Dispatcher.CommandSender commandSender(
            GatewaySender sender, DispatchProperties properties, ExecutorService backgroundExecutor) {
        return new Dispatcher.CommandSender(sender, properties.lease(), backgroundExecutor);
    }

    @Bean
    Dispatcher.Capacity dispatchCapacity(
            WorkerRegistry workers, ReportPartitions partitions, DispatchProperties properties, QueueSwitch queue) {
        return new Dispatcher.Capacity(workers, partitions.count(), properties.lookahead(), queue);
    }

    @Bean
    JobProjection.Voice projectionVoice(GatewaySender sender, JobLogs logs) {
        return new JobProjection.Voice(sender, logs);
    }

    @Bean
    JobProjection.Judgement projectionJudgement(
            DispatchProperties properties, Clock clock, QueueSwitch queue, HostLimiter hosts) {
        return new JobProjection.Judgement(
                properties.retry().policy(),
                properties.lease(),
                clock,
                () -> ThreadLocalRandom.current().nextLong(),
                queue,
                hosts);
    }

    @Bean
    JobProjection jobProjection(
            JobIndex jobIndex,
            JobTransitions jobs,
            BatchTransitions batches,
            BatchReconciler reconciler,
            JobProjection.Voice voice,
            JobProjection.Judgement judgement) {
        return new JobProjection(jobIndex, jobs, batches, reconciler, voice, judgement);
    }

    @Bean
    LeaseGrace leaseGrace(Ticker ticker, DispatchProperties properties) {
        return new LeaseGrace(ticker, properties.lease());
    }

    @Bean
    Recovery.Transitions recoveryTransitions(
            JobTransitions jobs, BatchTransitions batches, BatchRecounts recounts, BatchReconciler reconciler) {
        return new Recovery.Transitions(jobs, batches, recounts, reconciler);
    }

    @Bean
    Recovery.ScanInterval recoveryScanInterval(DispatchProperties properties, Ticker ticker, MeterRegistry meters) {
        return new Recovery.ScanInterval(
                properties.recoveryScan(), ticker, recoverable, meters.timer("event_jobs.recovery.scan"));
    }

    @Bean
    Recovery recovery(
            UnfinishedRecords records,
            JobIndex jobIndex,
            Recovery.Transitions transitions,
            Recovery.Publishing publishing,
            Recovery.BulkActions bulkActions,
            Recovery.ScanInterval scanInterval) {
        return new Recovery(records, jobIndex, transitions, publishing, bulkActions, scanInterval);
    }

    @Bean
    Recovery.Publishing recoveryPublishing(OutboxRelay outbox, Dispatcher.CommandSender commands) {
        return new Recovery.Publishing(outbox, commands);
    }

    @Bean
    ReportListener reportListener(
            ReportRouter router,
            JobIndex jobIndex,
            LeaseGrace leaseGrace,
            Recovery recovery,
            ExecutorService backgroundExecutor) {
        return new ReportListener(router, jobIndex, leaseGrace, recovery, backgroundExecutor);
    }

    @Bean
    ReportRouter reportRouter(JobProjection jobs, WorkerRegistry workers, Recovery recovery, Quarantine quarantine) {
        return new ReportRouter(jobs, workers, recovery, quarantine);
    }

    @Bean
    ChangeListener changeListener(
            JobIndex jobIndex,
            JobTransitions jobs,
            Recovery recovery,
            GatewaySender sender,
            ReportPartitions partitions,
            ExecutorService backgroundExecutor) {
        return new ChangePropagation(jobIndex, jobs, recovery, sender, partitions.count(), backgroundExecutor);
    }

    @Bean
    TaskRunner settlerRunner(OutboxSettler settler) {
        return new TaskRunner("settler", Phases.SETTLING, new Signal(), settler);
    }

    @Bean
    TaskRunner recountRunner(BatchRecounts recounts) {
        return new TaskRunner("recounts", Phases.SETTLING, new Signal(), recounts);
    }

    @Bean
    DispatchPermits dispatchPermits(JobIndex jobIndex, BatchTransitions batches, HostLimiter hosts) {
        return new DispatchPermits(jobIndex, batches, hosts);
    }

    @Bean
    TaskRunner dispatchRunner(
            JobIndex jobIndex,
            JobTransitions jobs,
            BatchTransitions batches,
            DispatchPermits permits,
            Dispatcher.Outlets outlets,
            Signal dispatchable,
            Clock clock) {
        Dispatcher dispatcher = new Dispatcher(jobIndex, jobs, batches, permits, outlets, clock);
        return new TaskRunner("dispatcher", Phases.BACKGROUND, dispatchable, dispatcher);
    }

    @Bean
    Dispatcher.Outlets dispatchOutlets(Dispatcher.Capacity dispatchCapacity, Dispatcher.CommandSender commands) {
        return new Dispatcher.Outlets(dispatchCapacity, commands);
    }

    @Bean
    TaskRunner leaseRunner(
            JobIndex jobIndex,
            LeaseGrace leaseGrace,
            JobProjection projection,
            DispatchProperties properties,
            MeterRegistry meters) {
        return new TaskRunner(
                "lease-expiry",
                Phases.BACKGROUND,
                new Signal(),
                new LeaseExpiry(jobIndex, leaseGrace, projection, properties, meters));
    }

    @Bean
    TaskRunner recoveryRunner(Recovery recovery) {
        return new TaskRunner("recovery", Phases.BACKGROUND, recoverable, recovery);
    }
}
