package io.eventjobs.gateway.recovery;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.dispatch.Dispatcher;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.UnfinishedRecords;
import io.eventjobs.gateway.outbox.OutboxRelay;
import io.eventjobs.gateway.transition.BatchRecounts;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds in MongoDB what memory does not know: after a start, when partitions come from another gateway, when something could
 * not be published, and now and then whatever the reason. Everything it does may be done twice.
 */
public final class Recovery implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final UnfinishedRecords records;
    private final JobIndex jobIndex;
    private final Transitions transitions;
    private final Publishing publishing;
    private final BulkActions bulkActions;
    private final ScanInterval scanInterval;
    private final AtomicBoolean scanRequested = new AtomicBoolean();
    private long lastScanNanos;

    public Recovery(
            UnfinishedRecords records,
            JobIndex jobIndex,
            Transitions transitions,
            Publishing publishing,
            BulkActions bulkActions,
            ScanInterval scanInterval) {
        this.records = records;
        this.jobIndex = jobIndex;
        this.transitions = transitions;
        this.publishing = publishing;
        this.bulkActions = bulkActions;
        this.scanInterval = scanInterval;
        this.lastScanNanos = scanInterval.ticker().nanos();
    }

    /** A scan is due at once. */
    public void scanSoon() {
        scanRequested.set(true);
        scanInterval.signal().raise();
    }

    /** This job was changed elsewhere. */
    public void refresh(JobId id) {
        transitions.jobs().load(id).ifPresent(this::takeIn);
    }

    /** This batch, or any of its jobs, was changed elsewhere. */
    public void refresh(BatchKey key) {
        transitions.batches().load(key).ifPresent(this::takeIn);
        try (Stream<JobRecord> jobs = records.unfinishedOf(key)) {
            jobs.filter(job -> jobIndex.owns(job.id())).forEach(this::takeIn);
        }
    }

    @Override
    public Duration run() {
        boolean everything = scanRequested.getAndSet(false) || isScanDue();
        if (everything && !jobIndex.owned().isEmpty()) {
            lastScanNanos = scanInterval.ticker().nanos();
            scanInterval.duration().record(this::scan);
        } else if (publishing.outbox().fellBehind()) {
            publishUnpublished();
        }
        return PERIOD;
    }

    private boolean isScanDue() {
        return scanInterval.ticker().nanos() - lastScanNanos
                >= scanInterval.interval().toNanos();
    }

    private void scan() {
        try (Stream<JobRecord> jobs = records.unfinished()) {
            jobs.filter(job -> jobIndex.owns(job.id())).forEach(this::takeIn);
        }
        publishUnpublished();
        records.openBatches().stream()
                .filter(batch -> jobIndex.owns(batch.key()))
                .forEach(this::takeInAndRecount);
        records.batchesWithIntent().stream()
                .map(BatchRecord::key)
                .filter(jobIndex::owns)
                .forEach(bulkActions::carryOut);
        records.touchedBatches().stream().filter(jobIndex::owns).forEach(transitions.recounts()::touched);
        LOG.atDebug()
                .addKeyValue("pending", jobIndex.count(JobStatus.PENDING))
                .addKeyValue("queued", jobIndex.count(JobStatus.QUEUED))
                .addKeyValue("processing", jobIndex.count(JobStatus.PROCESSING))
                .log("Records looked through");
    }

    private void publishUnpublished() {
        try (Stream<JobRecord> jobs = records.unpublished()) {
            jobs.filter(job -> jobIndex.owns(job.id())).forEach(publishing.outbox()::offer);
        }
        records.unpublishedBatches().stream()
                .filter(batch -> jobIndex.owns(batch.key()))
                .forEach(publishing.outbox()::offer);
    }

    /** A queued job that is news here may be one whose command was never sent: sending it again harms nobody. */
    private void takeIn(JobRecord job) {
        boolean isNew = !jobIndex.knows(job);
        transitions.jobs().observe(job);
        if (isNew && job.status() == JobStatus.QUEUED && jobIndex.owns(job.id())) {
            publishing.commands().send(job);
        }
    }

    private void takeIn(BatchRecord batch) {
        transitions.batches().observe(batch);
        transitions.reconciler().releaseRevoked(batch);
        transitions.reconciler().dropStale(batch);
    }

    private void takeInAndRecount(BatchRecord batch) {
        takeIn(batch);
        transitions.recounts().touched(batch.key());
    }

    /** Through which records change. */
    public record Transitions(
            JobTransitions jobs, BatchTransitions batches, BatchRecounts recounts, BatchReconciler reconciler) {}

    /** Through which what is found is published. */
    public record Publishing(OutboxRelay outbox, Dispatcher.CommandSender commands) {}

    /** Finishes a bulk action that another gateway began. */
    @FunctionalInterface
    public interface BulkActions {
        void carryOut(BatchKey batch);
    }

    /**
     * When scans are due.
     *
     * @param duration of scans, measured
     */
    public record ScanInterval(Duration interval, Ticker ticker, Signal signal, Timer duration) {}
}
