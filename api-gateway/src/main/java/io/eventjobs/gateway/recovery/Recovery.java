package io.eventjobs.gateway.recovery;

import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.Step;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.dispatch.Agenda;
import io.eventjobs.gateway.dispatch.Dispatcher;
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
public final class Recovery implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final UnfinishedRecords records;
    private final Agenda agenda;
    private final Transitions transitions;
    private final Publishing publishing;
    private final BulkActions bulkActions;
    private final Rhythm rhythm;
    private final AtomicBoolean soon = new AtomicBoolean();
    private long lastScanNanos;

    public Recovery(
            UnfinishedRecords records,
            Agenda agenda,
            Transitions transitions,
            Publishing publishing,
            BulkActions bulkActions,
            Rhythm rhythm) {
        this.records = records;
        this.agenda = agenda;
        this.transitions = transitions;
        this.publishing = publishing;
        this.bulkActions = bulkActions;
        this.rhythm = rhythm;
        this.lastScanNanos = rhythm.ticker().nanos();
    }

    /** A scan is due at once. */
    public void soon() {
        soon.set(true);
        rhythm.signal().raise();
    }

    /** This job was changed elsewhere. */
    public void look(JobId id) {
        transitions.jobs().stored(id).ifPresent(this::take);
    }

    /** This batch, or any of its jobs, was changed elsewhere. */
    public void look(BatchKey key) {
        transitions.batches().refresh(key).ifPresent(this::take);
        try (Stream<JobRecord> jobs = records.unfinishedOf(key)) {
            jobs.filter(job -> agenda.owns(job.id())).forEach(this::take);
        }
    }

    @Override
    public Duration run() {
        boolean everything = soon.getAndSet(false) || isScanDue();
        if (everything && !agenda.owned().isEmpty()) {
            lastScanNanos = rhythm.ticker().nanos();
            rhythm.duration().record(this::scan);
        } else if (publishing.outbox().fellBehind()) {
            publishRest();
        }
        return LOOK;
    }

    private boolean isScanDue() {
        return rhythm.ticker().nanos() - lastScanNanos >= rhythm.between().toNanos();
    }

    private void scan() {
        try (Stream<JobRecord> jobs = records.unfinished()) {
            jobs.filter(job -> agenda.owns(job.id())).forEach(this::take);
        }
        publishRest();
        records.openBatches().stream().filter(batch -> agenda.owns(batch.key())).forEach(this::takeUp);
        records.batchesWithIntent().stream()
                .map(BatchRecord::key)
                .filter(agenda::owns)
                .forEach(bulkActions::carryOut);
        records.touchedBatches().stream().filter(agenda::owns).forEach(transitions.recounts()::touched);
        LOG.atDebug()
                .addKeyValue("pending", agenda.count(JobStatus.PENDING))
                .addKeyValue("queued", agenda.count(JobStatus.QUEUED))
                .addKeyValue("processing", agenda.count(JobStatus.PROCESSING))
                .log("Records looked through");
    }

    private void publishRest() {
        try (Stream<JobRecord> jobs = records.unpublished()) {
            jobs.filter(job -> agenda.owns(job.id())).forEach(publishing.outbox()::offer);
        }
        records.unpublishedBatches().stream()
                .filter(batch -> agenda.owns(batch.key()))
                .forEach(publishing.outbox()::offer);
    }

    /** A queued job that is news here may be one whose command was never sent: sending it again harms nobody. */
    private void take(JobRecord job) {
        boolean news = !agenda.knows(job);
        transitions.jobs().noticed(job);
        if (news && job.status() == JobStatus.QUEUED && agenda.owns(job.id())) {
            publishing.commands().send(job);
        }
    }

    private void take(BatchRecord batch) {
        transitions.batches().noticed(batch);
        transitions.reconciler().releaseRevoked(batch);
        transitions.reconciler().dropStale(batch);
    }

    private void takeUp(BatchRecord batch) {
        take(batch);
        transitions.recounts().touched(batch.key());
    }

    /** Through which records change. */
    public record Transitions(
            JobTransitions jobs, BatchTransitions batches, BatchRecounts recounts, BatchReconciler reconciler) {}

    /** Through which what is found is published. */
    public record Publishing(OutboxRelay outbox, Dispatcher.CommandOutlet commands) {}

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
    public record Rhythm(Duration between, Ticker ticker, Signal signal, Timer duration) {}
}
