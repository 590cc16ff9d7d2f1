package io.eventjobs.gateway.control;

import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.StepRunner;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.deadletter.Quarantine;
import io.eventjobs.gateway.dispatch.Agenda;
import io.eventjobs.gateway.dispatch.DispatchPermits;
import io.eventjobs.gateway.dispatch.DispatchProperties;
import io.eventjobs.gateway.dispatch.Dispatcher;
import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.gateway.host.HostLanes;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.kafka.ReportPartitions;
import io.eventjobs.gateway.lease.LeaseWatch;
import io.eventjobs.gateway.lease.Ownership;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobLogs;
import io.eventjobs.gateway.mongo.JobRecords;
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

/** The duties of a gateway beside HTTP. */
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
    ExecutorService dutyExecutor() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("duty-", 0).factory());
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
    Agenda agenda(OwnedPartitions partitions, Ticker ticker, Signal dispatchable) {
        return new Agenda(partitions, ticker, dispatchable);
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
            JobRecords records, Agenda agenda, OutboxRelay outbox, BatchRecounts recounts, HostLanes hosts) {
        return new JobTransitions(records, agenda, outbox, recounts, hosts);
    }

    @Bean
    BatchTransitions batchTransitions(
            BatchRecords records, OutboxRelay outbox, BatchRecounts recounts, ExecutorService dutyExecutor) {
        BatchTransitions batches = new BatchTransitions(records, outbox, dutyExecutor);
        recounts.onCounted(batches::noticed);
        return batches;
    }

    @Bean
    BatchReconciler batchReconciler(
            Agenda agenda, JobTransitions jobs, BatchTransitions batches, ExecutorService dutyExecutor, Clock clock) {
        return new BatchReconciler(agenda, jobs, batches, dutyExecutor, clock);
    }

    @Bean
    Dispatcher.CommandOutlet commandOutlet(
            GatewaySender sender, DispatchProperties properties, ExecutorService dutyExecutor) {
        return new Dispatcher.CommandOutlet(sender, properties.lease(), dutyExecutor);
    }

    @Bean
    Dispatcher.Room room(
            WorkerRegistry workers, ReportPartitions partitions, DispatchProperties properties, QueueSwitch queue) {
        return new Dispatcher.Room(workers, partitions.count(), properties.lookahead(), queue);
    }

    @Bean
    JobProjection.Voice projectionVoice(GatewaySender sender, JobLogs logs) {
        return new JobProjection.Voice(sender, logs);
    }

    @Bean
    JobProjection.Judgement projectionJudgement(
            DispatchProperties properties, Clock clock, QueueSwitch queue, HostLanes hosts) {
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
            Agenda agenda,
            JobTransitions jobs,
            BatchTransitions batches,
            BatchReconciler reconciler,
            JobProjection.Voice voice,
            JobProjection.Judgement judgement) {
        return new JobProjection(agenda, jobs, batches, reconciler, voice, judgement);
    }

    @Bean
    Ownership ownership(Ticker ticker, DispatchProperties properties) {
        return new Ownership(ticker, properties.lease());
    }

    @Bean
    Recovery.Transitions recoveryTransitions(
            JobTransitions jobs, BatchTransitions batches, BatchRecounts recounts, BatchReconciler reconciler) {
        return new Recovery.Transitions(jobs, batches, recounts, reconciler);
    }

    @Bean
    Recovery.Rhythm recoveryRhythm(DispatchProperties properties, Ticker ticker, MeterRegistry meters) {
        return new Recovery.Rhythm(
                properties.recoveryScan(), ticker, recoverable, meters.timer("event_jobs.recovery.scan"));
    }

    @Bean
    Recovery recovery(
            UnfinishedRecords records,
            Agenda agenda,
            Recovery.Transitions transitions,
            Recovery.Publishing publishing,
            Recovery.BulkActions bulkActions,
            Recovery.Rhythm rhythm) {
        return new Recovery(records, agenda, transitions, publishing, bulkActions, rhythm);
    }

    @Bean
    Recovery.Publishing recoveryPublishing(OutboxRelay outbox, Dispatcher.CommandOutlet commands) {
        return new Recovery.Publishing(outbox, commands);
    }

    @Bean
    ReportListener reportListener(
            ReportRouter router, Agenda agenda, Ownership ownership, Recovery recovery, ExecutorService dutyExecutor) {
        return new ReportListener(router, agenda, ownership, recovery, dutyExecutor);
    }

    @Bean
    ReportRouter reportRouter(JobProjection jobs, WorkerRegistry workers, Recovery recovery, Quarantine quarantine) {
        return new ReportRouter(jobs, workers, recovery, quarantine);
    }

    @Bean
    ChangeListener changeListener(
            Agenda agenda,
            JobTransitions jobs,
            Recovery recovery,
            GatewaySender sender,
            ReportPartitions partitions,
            ExecutorService dutyExecutor) {
        return new ChangeNotices(agenda, jobs, recovery, sender, partitions.count(), dutyExecutor);
    }

    @Bean
    StepRunner settlerRunner(OutboxSettler settler) {
        return new StepRunner("settler", Phases.SETTLING, new Signal(), settler);
    }

    @Bean
    StepRunner recountRunner(BatchRecounts recounts) {
        return new StepRunner("recounts", Phases.SETTLING, new Signal(), recounts);
    }

    @Bean
    DispatchPermits dispatchPermits(Agenda agenda, BatchTransitions batches, HostLanes hosts) {
        return new DispatchPermits(agenda, batches, hosts);
    }

    @Bean
    StepRunner dispatchRunner(
            Agenda agenda,
            JobTransitions jobs,
            BatchTransitions batches,
            DispatchPermits permits,
            Dispatcher.Outlets outlets,
            Signal dispatchable,
            Clock clock) {
        Dispatcher dispatcher = new Dispatcher(agenda, jobs, batches, permits, outlets, clock);
        return new StepRunner("dispatcher", Phases.DUTIES, dispatchable, dispatcher);
    }

    @Bean
    Dispatcher.Outlets dispatchOutlets(Dispatcher.Room room, Dispatcher.CommandOutlet commands) {
        return new Dispatcher.Outlets(room, commands);
    }

    @Bean
    StepRunner leaseRunner(
            Agenda agenda,
            Ownership ownership,
            JobProjection projection,
            DispatchProperties properties,
            MeterRegistry meters) {
        return new StepRunner(
                "lease-watch",
                Phases.DUTIES,
                new Signal(),
                new LeaseWatch(agenda, ownership, projection, properties, meters));
    }

    @Bean
    StepRunner recoveryRunner(Recovery recovery) {
        return new StepRunner("recovery", Phases.DUTIES, recoverable, recovery);
    }
}
