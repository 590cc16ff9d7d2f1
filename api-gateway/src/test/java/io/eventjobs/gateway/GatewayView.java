package io.eventjobs.gateway;

import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.hostlimit.HostLimiter;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.kafka.StoredCommands;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobLogs;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.outbox.OutboxRelay;
import io.eventjobs.gateway.transition.BatchRecounts;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.model.protocol.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What is true of a gateway, and its parts for what has no words of its own. */
public abstract class GatewayView {
    final GatewayContext context;
    private final SentMessages sent;

    GatewayView(GatewayContext context) {
        this.context = context;
        this.sent = new SentMessages(context.kafka);
    }

    public JobRecord job(JobId id) {
        return jobRecords().find(id).orElseThrow();
    }

    public JobStatus status(JobId id) {
        return job(id).status();
    }

    public BatchRecord batch() {
        return batch(Jobs.BATCH);
    }

    public BatchRecord batch(BatchKey key) {
        return batchRecords().find(key).orElseThrow();
    }

    /** Of the given jobs, those in that state. */
    public List<JobRecord> in(JobStatus status, List<JobRecord> jobs) {
        return jobs.stream()
                .map(job -> job(job.id()))
                .filter(job -> job.status() == status)
                .toList();
    }

    public List<JobCommand> commands() {
        return sent.commands();
    }

    public List<JobCommand> commandsOf(JobId id) {
        return sent.commandsOf(id);
    }

    /** What was assigned, in this order. */
    public List<Control.Assigned> assignments() {
        return controls().stream()
                .flatMap(control -> control instanceof Control.Assigned assigned ? Stream.of(assigned) : Stream.empty())
                .collect(Collectors.toList());
    }

    public Control.Assigned assignmentOf(JobId id) {
        return assignments().stream()
                .filter(assigned -> assigned.command().jobId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public List<Control> controls() {
        return sent.controls();
    }

    /** Reports that this gateway sent to another. */
    public List<Report> told() {
        return sent.told();
    }

    /** Whether the last answer to the execution was that it has the job. */
    public boolean isGranted(Report.Execution of) {
        return sent.isGranted(of);
    }

    /** Whether the last answer to the execution was that it does not have the job. */
    public boolean isRefused(Report.Execution of) {
        return sent.isRefused(of);
    }

    /** The words of the events of a job or a batch that were published, in order. */
    public List<String> eventsOf(String subject) {
        return sent.eventsOf(subject);
    }

    public List<String> eventsOf(JobId id) {
        return sent.eventsOf(id);
    }

    /** The command that was sent as this one, as Kafka has it. */
    public StoredCommands.Stored stored(int sent) {
        return context.kafka.command(0, sent).orElseThrow();
    }

    /** Somebody who may write to Kafka sends this as a command. */
    public void sendsCommand(@Nullable String key, byte[] bytes) {
        context.kafka.send(new ProducerRecord<>(Topics.DEFAULT.commands(), key, bytes));
    }

    public double counted(String metric) {
        return meters().counter(metric).count();
    }

    public MeterRegistry meters() {
        return bean(MeterRegistry.class);
    }

    public long quarantined() {
        return context.records.mongo().getCollection("quarantine").countDocuments();
    }

    public int permitsAt(String host) {
        return bean(HostLimiter.class).capacity(host).holders().size();
    }

    // Parts, for what has no words above.

    public JobTransitions jobs() {
        return bean(JobTransitions.class);
    }

    public BatchTransitions batches() {
        return bean(BatchTransitions.class);
    }

    public BatchRecounts recounting() {
        return bean(BatchRecounts.class);
    }

    public JobIndex jobIndex() {
        return bean(JobIndex.class);
    }

    public Signal dispatchable() {
        return bean(Signal.class);
    }

    public OutboxRelay outbox() {
        return bean(OutboxRelay.class);
    }

    public JobLogs logs() {
        return bean(JobLogs.class);
    }

    public JobRecords jobRecords() {
        return context.records.jobs();
    }

    public BatchRecords batchRecords() {
        return context.records.batches();
    }

    public <T> T bean(Class<T> type) {
        return context.bean(type);
    }
}
