package io.eventjobs.gateway;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchRequest;
import io.eventjobs.gateway.batchaction.BatchIntents;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.jobaction.JobActionService;
import io.eventjobs.gateway.kafka.ReportPartitions;
import io.eventjobs.gateway.outbox.OutboxSettler;
import io.eventjobs.gateway.recovery.Recovery;
import io.eventjobs.gateway.transition.BatchRecounts;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.ChangeListener;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.Progress;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A gateway's control loop without threads, servers or waiting: wired as in production, but time is turned by hand, all work
 * is done on the thread of the test, MongoDB is in memory and Kafka records what it is sent. It owns all partitions and
 * knows one worker, unless told otherwise.
 */
public final class GatewayHarness extends GatewayView implements AutoCloseable {
    public static final WorkerId WORKER = new WorkerId("worker-1");
    public static final int PARTITIONS = 12;
    public static final Duration LEASE = Duration.ofSeconds(30);
    public static final Duration CLAIM_DEADLINE = Duration.ofSeconds(20);
    public static final Duration MOMENT = Duration.ofMillis(200);

    private static final int SLOTS = 10;
    private final IncomingReports incoming;

    private GatewayHarness(GatewayContext context) {
        super(context);
        this.incoming = new IncomingReports(context);
    }

    /** A gateway that owns everything, with one worker of ten slots, and records of its own. */
    public static GatewayHarness start() {
        return start(Map.of());
    }

    /** As {@link #start()}, with these configuration properties. */
    public static GatewayHarness start(Map<String, Object> settings) {
        GatewayHarness harness = new GatewayHarness(GatewayContext.start(settings));
        harness.owns(all());
        harness.worker(SLOTS);
        return harness;
    }

    /** Another gateway on the same records, at the same time, which owns nothing yet and knows the same worker. */
    public GatewayHarness another() {
        GatewayHarness other = new GatewayHarness(context.another());
        other.worker(SLOTS);
        return other;
    }

    // What happens around the gateway.

    public ManualTime time() {
        return context.time;
    }

    /** Time passes; nothing else happens. */
    public void pass(Duration duration) {
        context.time.pass(duration);
    }

    /** These partitions become this gateway's, all reports in them read. */
    public void owns(Set<Integer> partitions) {
        incoming.assigned(partitions, 0);
    }

    /** These partitions become this gateway's, with so many reports in each of them still to be read. */
    public void owns(Set<Integer> partitions, long behind) {
        incoming.assigned(partitions, behind);
    }

    /** These partitions become another gateway's. */
    public void gives(Set<Integer> partitions) {
        incoming.revoked(partitions);
    }

    public static Set<Integer> all() {
        return IntStream.range(0, PARTITIONS).boxed().collect(Collectors.toSet());
    }

    public int partitionOf(JobId id) {
        return new ReportPartitions(PARTITIONS).of(id.value());
    }

    /** The worker says that it is there, with so many slots. */
    public void worker(int slots) {
        incoming.worker(slots);
    }

    /** The worker says that jobs may be assigned to it, that it has so many slots, and these executions. */
    public void assignable(int slots, Report.Execution... executions) {
        incoming.assignable(slots, executions);
    }

    public void queuePaused(boolean now) {
        context.paused.set(now);
    }

    public void mongoIsAway(boolean now) {
        context.mongo.isAway(collection -> now);
    }

    public void collectionIsAway(String name) {
        context.mongo.isAway(name::equals);
    }

    public void kafkaIsAway(boolean now) {
        context.kafka.isAway(topic -> now);
    }

    public void topicIsAway(String topic) {
        context.kafka.isAway(topic::equals);
    }

    /** Does something when a report could not be projected and waits to be tried again. */
    public void whenAReportWaits(Runnable action) {
        context.onReportPause.add(action);
    }

    /** Somebody else acts between two accesses to a collection: after so many of them, before the next one. */
    public void meanwhile(String collection, int accesses, Runnable action) {
        context.mongo.before(collection, accesses, action);
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
                new BatchRequest("A batch", size, maxParallel, Priority.NORMAL, null, context.time.instant(), null);
        BatchRecord creating = BatchLifecycle.creating(Jobs.BATCH, request);
        List<JobRecord> jobs =
                IntStream.range(0, size).mapToObj(Jobs::pendingInBatch).toList();
        batchRecords().insert(creating);
        jobRecords().insertMissing(jobs);
        BatchRecord accepted = batchRecords()
                .store(creating, BatchLifecycle.accepted(creating, context.time.instant()))
                .orElseThrow();
        bean(ChangeListener.class).batchChanged(accepted);
        return jobs;
    }

    public void batchActive(boolean active) {
        BatchRecord changed = batches()
                .changeNow(Jobs.BATCH, batch -> {
                    BatchRecord next = BatchLifecycle.activated(batch, active, context.time.instant());
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
        incoming.arrive(reports);
    }

    /** Bytes arrive that may be a report. */
    public void message(String key, byte[] bytes) {
        incoming.arrive(key, bytes);
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
        reports(new Report.Progressed(of, sequence, Progress.at(step, "on it"), List.of()));
    }

    public void completes(Report.Execution of) {
        reports(new Report.Completed(of, JobResults.nothing(), List.of()));
    }

    public void fails(Report.Execution of, FailureCode code) {
        reports(new Report.Failed(of, Failure.of(code, "went wrong"), List.of()));
    }

    public void handsBack(Report.Execution of, InterruptionReason reason) {
        reports(new Report.Interrupted(of, reason, List.of()));
    }

    // What the gateway does.
    /** One round of dispatch; the worker has just said again that it is there. */
    public Duration round() {
        incoming.presenceAgain();
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

    /** What is published or counted is cleared from the context.records. */
    public void settles() {
        bean(OutboxSettler.class).run();
    }

    /** One round of a background task. */
    public Duration run(String task) {
        try {
            return context.bean(task, BackgroundTask.class).run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A change to a job that another gateway stores and this one does not hear of. */
    public JobRecord storedElsewhere(JobRecord after) {
        return jobRecords().store(job(after.id()), after).orElseThrow();
    }

    /** Another gateway dispatches the job, which this one does not hear of. */
    public JobRecord dispatchedElsewhere(JobId id) {
        return storedElsewhere(
                JobLifecycle.dispatched(job(id), context.time.instant()).orElseThrow());
    }

    @Override
    public void close() {
        context.close();
    }
}
