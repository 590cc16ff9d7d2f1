package io.eventjobs.gateway;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchRequest;
import io.eventjobs.gateway.batchaction.BatchIntents;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.hostlimit.HostLimiter;
import io.eventjobs.gateway.job.JobDecisions;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.jobaction.JobActionService;
import io.eventjobs.gateway.kafka.ExecutionControls;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.kafka.ReportPartitions;
import io.eventjobs.gateway.kafka.TopicProperties;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobLogs;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.mongo.Quarantine;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.gateway.outbox.OutboxRelay;
import io.eventjobs.gateway.outbox.OutboxSettler;
import io.eventjobs.gateway.outbox.PublicationListener;
import io.eventjobs.gateway.projection.ReportPauses;
import io.eventjobs.gateway.recovery.Recovery;
import io.eventjobs.gateway.transition.BatchRecounts;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.ChangeListener;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.model.protocol.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * A gateway's control loop without threads, servers or waiting: wired as in production, but time is turned by hand, all work
 * is done on the thread of the test, MongoDB is in memory and Kafka records what it is sent. It owns all partitions and
 * knows one worker, unless told otherwise.
 */
public final class GatewayHarness implements AutoCloseable {
    public static final WorkerId WORKER = new WorkerId("worker-1");
    public static final int PARTITIONS = 12;
    public static final Duration LEASE = Duration.ofSeconds(30);
    public static final Duration CLAIM_DEADLINE = Duration.ofSeconds(20);
    public static final Duration MOMENT = Duration.ofMillis(200);

    private static final int SLOTS = 10;
    private final Records records;
    private final boolean ownsRecords;
    private final ManualTime time;
    private final InterruptibleMongo mongo;
    private final RecordingKafka kafka = new RecordingKafka();
    private final AtomicBoolean paused = new AtomicBoolean();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Map<Integer, Long> offsets = new HashMap<>();
    private final List<Runnable> onReportPause = new ArrayList<>();
    private int workerSlots;

    private GatewayHarness(Records records, boolean ownsRecords, ManualTime time, Map<String, Object> settings) {
        this.records = records;
        this.ownsRecords = ownsRecords;
        this.time = time;
        this.mongo = new InterruptibleMongo(records.mongo().getMongoDatabaseFactory());
        wire(settings);
    }

    /** A gateway that owns everything, with one worker of ten slots, and records of its own. */
    public static GatewayHarness start() {
        return start(Map.of());
    }

    /** As {@link #start()}, with these configuration properties. */
    public static GatewayHarness start(Map<String, Object> settings) {
        GatewayHarness harness = new GatewayHarness(emptyRecords(), true, new ManualTime(), settings);
        harness.owns(all());
        harness.worker(SLOTS);
        return harness;
    }

    /** Another gateway on the same records, at the same time, which owns nothing yet and knows the same worker. */
    public GatewayHarness another() {
        GatewayHarness other = new GatewayHarness(records, false, time, Map.of());
        other.worker(SLOTS);
        return other;
    }

    private static Records emptyRecords() {
        try {
            return Records.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void wire(Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(Map.of("event-jobs.claim-deadline", "20s"));
        properties.putAll(settings);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean("lifecycleProcessor", DefaultLifecycleProcessor.class, NothingStarts::new);
        context.registerBean(Clock.class, () -> time);
        context.registerBean(Ticker.class, () -> time);
        context.registerBean("backgroundExecutor", ExecutorService.class, SameThread::new);
        context.registerBean(MongoTemplate.class, () -> mongo);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(ConditionalUpdate.Pause.class, () -> lost -> {});
        context.registerBean("queuePaused", BooleanSupplier.class, () -> paused::get);
        context.registerBean(PublicationListener.class, () -> event -> {});
        context.registerBean(
                "jobDecisions", JobDecisions.class, () -> new JobDecisions(Jobs.POLICY, time, new Random(1)));
        ReportPauses.register(context, this::reportWaits);
        context.registerBean(ReportPartitions.class, () -> new ReportPartitions(PARTITIONS));
        context.registerBean(OwnedPartitions.class);
        context.registerBean(ExecutionControls.class);
        context.registerBean(Quarantine.class);
        context.registerBean(GatewaySender.class, () -> new GatewaySender(kafka.template(), Topics.DEFAULT));
        context.registerBean(KafkaProperties.class, KafkaProperties::new);
        context.registerBean(TopicProperties.class, () -> new TopicProperties("event-jobs", 1, PARTITIONS, -1, null));
        context.register(ControlLoop.CLASSES);
        context.refresh();
    }

    private void reportWaits() {
        if (onReportPause.isEmpty()) {
            throw new AssertionError("a report could not be projected");
        }
        onReportPause.removeFirst().run();
    }

    // What happens around the gateway.

    public ManualTime time() {
        return time;
    }

    /** Time passes; nothing else happens. */
    public void pass(Duration duration) {
        time.pass(duration);
    }

    /** These partitions become this gateway's, all reports in them read. */
    public void owns(Set<Integer> partitions) {
        owns(partitions, 0);
    }

    /** These partitions become this gateway's, with so many reports in each of them still to be read. */
    public void owns(Set<Integer> partitions, long behind) {
        Set<TopicPartition> assigned = topicPartitions(partitions);
        try (MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest")) {
            consumer.assign(assigned);
            assigned.forEach(partition -> consumer.seek(partition, offset(partition.partition())));
            consumer.updateEndOffsets(assigned.stream()
                    .collect(Collectors.toMap(
                            partition -> partition, partition -> offset(partition.partition()) + behind)));
            rebalanced().onPartitionsAssigned(consumer, assigned);
        }
    }

    /** These partitions become another gateway's. */
    public void gives(Set<Integer> partitions) {
        try (MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest")) {
            rebalanced().onPartitionsRevokedAfterCommit(consumer, topicPartitions(partitions));
        }
    }

    public static Set<Integer> all() {
        return IntStream.range(0, PARTITIONS).boxed().collect(Collectors.toSet());
    }

    public int partitionOf(JobId id) {
        return new ReportPartitions(PARTITIONS).of(id.value());
    }

    /** The worker says that it is there, with so many slots. */
    public void worker(int slots) {
        workerSlots = slots;
        reports(new Report.Presence(WORKER, "1", slots, List.of(), Set.of(JobType.values()), false));
    }

    public void queuePaused(boolean now) {
        paused.set(now);
    }

    public void mongoIsAway(boolean now) {
        mongo.isAway(collection -> now);
    }

    public void collectionIsAway(String name) {
        mongo.isAway(name::equals);
    }

    public void kafkaIsAway(boolean now) {
        kafka.isAway(topic -> now);
    }

    public void topicIsAway(String topic) {
        kafka.isAway(topic::equals);
    }

    /** Does something when a report could not be projected and waits to be tried again. */
    public void whenAReportWaits(Runnable action) {
        onReportPause.add(action);
    }

    /** Somebody else acts between two accesses to a collection: after so many of them, before the next one. */
    public void meanwhile(String collection, int accesses, Runnable action) {
        mongo.before(collection, accesses, action);
    }

    // What clients do.

    public JobRecord submitted() {
        return submitted(Jobs.pending());
    }

    public JobRecord submitted(JobRecord job) {
        jobRecords().insert(job);
        bean(ChangeListener.class).jobChanged(job);
        return job;
    }

    /** A batch with so many jobs, of which so many may be under way at once (null: any number). */
    public List<JobRecord> batch(int size, @Nullable Integer maxParallel) {
        BatchRequest request =
                new BatchRequest("A batch", size, maxParallel, Priority.NORMAL, null, time.instant(), null);
        BatchRecord creating = BatchLifecycle.creating(Jobs.BATCH, request);
        List<JobRecord> jobs =
                IntStream.range(0, size).mapToObj(Jobs::pendingInBatch).toList();
        batchRecords().insert(creating);
        jobRecords().insertMissing(jobs);
        BatchRecord accepted = batchRecords()
                .store(creating, BatchLifecycle.accepted(creating, time.instant()))
                .orElseThrow();
        bean(ChangeListener.class).batchChanged(accepted);
        return jobs;
    }

    public void batchActive(boolean active) {
        BatchRecord changed = batches()
                .changeNow(Jobs.BATCH, batch -> {
                    BatchRecord next = BatchLifecycle.activated(batch, active, time.instant());
                    return new BatchTransitions.Change<>(next, next);
                })
                .orElseThrow();
        bean(ChangeListener.class).batchChanged(changed);
    }

    public JobActionService actions() {
        return bean(JobActionService.class);
    }

    public BatchIntents intents() {
        return bean(BatchIntents.class);
    }

    // What workers do.

    /** Reports arrive, in this order. */
    public void reports(Report... reports) {
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        for (Report report : reports) {
            messages.add(message(report));
        }
        listener().onMessage(messages);
    }

    /** Bytes arrive that may be a report. */
    public void message(String key, byte[] bytes) {
        listener().onMessage(List.of(new ConsumerRecord<>(Topics.DEFAULT.reports(), 0, next(0), key, bytes)));
    }

    /** An execution claims the job under its present token. */
    public Report.Execution claims(JobId id, String execution) {
        return claims(id, job(id).token(), execution);
    }

    public Report.Execution claims(JobId id, long token, String execution) {
        Report.Execution claim = new Report.Execution(id, token, new ExecutionId(execution), WORKER);
        reports(new Report.Claimed(claim));
        return claim;
    }

    public void progresses(Report.Execution of, long sequence, ProgressStep step) {
        reports(new Report.Progressed(of, sequence, io.eventjobs.model.job.Progress.at(step, "on it"), List.of()));
    }

    public void completes(Report.Execution of) {
        reports(new Report.Completed(of, JobResults.nothing(), List.of()));
    }

    public void fails(Report.Execution of, FailureCode code) {
        reports(new Report.Failed(of, io.eventjobs.model.job.Failure.of(code, "went wrong"), List.of()));
    }

    public void handsBack(Report.Execution of, InterruptionReason reason) {
        reports(new Report.Interrupted(of, reason, List.of()));
    }

    // What the gateway does.

    /** One round of dispatch; the worker has just said again that it is there. */
    public Duration round() {
        worker(workerSlots);
        return run("dispatcher");
    }

    /** A submitted job is dispatched. */
    public JobRecord dispatched() {
        JobRecord job = submitted();
        round();
        return job(job.id());
    }

    /** A submitted job is dispatched and granted to x1. */
    public Report.Execution running() {
        return claims(dispatched().id(), "x1");
    }

    /** Leases and claim deadlines are looked at. */
    public void leasesAreChecked() {
        run("leaseExpiry");
    }

    /** All records are looked through. */
    public void recovers() {
        bean(Recovery.class).scanSoon();
        run("recovery");
    }

    /** What was touched and is due is counted. */
    public void recounts() {
        bean(BatchRecounts.class).run();
    }

    /** What is published or counted is cleared from the records. */
    public void settles() {
        bean(OutboxSettler.class).run();
    }

    /** One round of a background task. */
    public Duration run(String task) {
        try {
            return context.getBean(task, BackgroundTask.class).run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // What is true afterwards.

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
        return decoded(Topics.DEFAULT.commands(), MessageCodec.commands());
    }

    public List<JobCommand> commandsOf(JobId id) {
        return commands().stream().filter(command -> command.jobId().equals(id)).toList();
    }

    public List<Control> controls() {
        return decoded(Topics.DEFAULT.controls(), MessageCodec.controls());
    }

    /** Reports that this gateway sent to another. */
    public List<Report> told() {
        return decoded(Topics.DEFAULT.reports(), MessageCodec.reports());
    }

    /** Whether the last answer to the execution was that it has the job. */
    public boolean isGranted(Report.Execution of) {
        return lastAnswer(of) instanceof Control.Granted;
    }

    /** Whether the last answer to the execution was that it does not have the job. */
    public boolean isRefused(Report.Execution of) {
        return lastAnswer(of) instanceof Control.Refused;
    }

    /** The words of the events of a job or a batch that were published, in order. */
    public List<String> eventsOf(String subject) {
        return kafka.sentTo(Topics.DEFAULT.events()).stream()
                .filter(message -> header(message, "ce_subject").equals(subject))
                .map(message -> header(message, "ce_type"))
                .toList();
    }

    public List<String> eventsOf(JobId id) {
        return eventsOf(id.value());
    }

    public double counted(String metric) {
        return meters().counter(metric).count();
    }

    public MeterRegistry meters() {
        return bean(MeterRegistry.class);
    }

    public long quarantined() {
        return records.mongo().getCollection("quarantine").countDocuments();
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
        return records.jobs();
    }

    public BatchRecords batchRecords() {
        return records.batches();
    }

    /** A change to a job that another gateway stores and this one does not hear of. */
    public JobRecord storedElsewhere(JobRecord after) {
        return jobRecords().store(job(after.id()), after).orElseThrow();
    }

    /** Another gateway dispatches the job, which this one does not hear of. */
    public JobRecord dispatchedElsewhere(JobId id) {
        return storedElsewhere(JobLifecycle.dispatched(job(id), time.instant()).orElseThrow());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        if (ownsRecords) {
            records.close();
        }
    }

    private @Nullable Control lastAnswer(Report.Execution of) {
        return controls().stream()
                .filter(control -> switch (control) {
                    case Control.Granted granted -> granted.execution().equals(of.execution());
                    case Control.Refused refused -> refused.execution().equals(of.execution());
                    default -> false;
                })
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private <T> List<T> decoded(String topic, MessageCodec<T> codec) {
        return kafka.sentTo(topic).stream()
                .map(message -> switch (codec.decode(message.value())) {
                    case Decoded.Message<T> decoded -> decoded.value();
                    case Decoded.Undecodable<T> fault -> throw new AssertionError(fault.reason());
                })
                .toList();
    }

    private static String header(
            org.apache.kafka.clients.producer.ProducerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private ConsumerRecord<String, byte[]> message(Report report) {
        String key = report instanceof Report.OfExecution of ? of.of().jobId().value() : "key";
        int partition = new ReportPartitions(PARTITIONS).of(key);
        return new ConsumerRecord<>(
                Topics.DEFAULT.reports(),
                partition,
                next(partition),
                key,
                MessageCodec.reports().encode(report));
    }

    private long offset(int partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    private long next(int partition) {
        return offsets.merge(partition, 1L, Long::sum) - 1;
    }

    private static Set<TopicPartition> topicPartitions(Set<Integer> partitions) {
        return partitions.stream()
                .map(partition -> new TopicPartition(Topics.DEFAULT.reports(), partition))
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private BatchMessageListener<String, byte[]> listener() {
        return context.getBean("reportListener", BatchMessageListener.class);
    }

    private ConsumerAwareRebalanceListener rebalanced() {
        return context.getBean("reportListener", ConsumerAwareRebalanceListener.class);
    }

    private static final class NothingStarts extends DefaultLifecycleProcessor {
        @Override
        public void onRefresh() {
            // tests run the tasks round by round
        }
    }
}
