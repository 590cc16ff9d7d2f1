package io.eventjobs.gateway.recovery;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.UnfinishedRecords;
import io.eventjobs.gateway.transition.BatchRecounts;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds in MongoDB what memory lacks: after a start, when partitions are assigned, when events could not be published, and at regular
 * intervals. All its actions are idempotent.
 */
public final class Recovery implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final UnfinishedRecords records;
    private final JobIndex jobIndex;
    private final RecordRefresher refresher;
    private final UnpublishedEvents unpublished;
    private final BatchRecounts recounts;
    private final BulkActions bulkActions;
    private final ScanSchedule schedule;
    private final Timer scans;

    Recovery(
            UnfinishedRecords records,
            JobIndex jobIndex,
            RecordRefresher refresher,
            UnpublishedEvents unpublished,
            BatchRecounts recounts,
            BulkActions bulkActions,
            ScanSchedule schedule,
            MeterRegistry meters) {
        this.records = records;
        this.jobIndex = jobIndex;
        this.refresher = refresher;
        this.unpublished = unpublished;
        this.recounts = recounts;
        this.bulkActions = bulkActions;
        this.schedule = schedule;
        this.scans = meters.timer("event_jobs.recovery.scan");
    }

    /** Requests a scan at once. */
    public void scanSoon() {
        schedule.request();
    }

    @Override
    public Duration run() {
        if (!jobIndex.owned().isEmpty() && schedule.begins()) {
            scans.record(this::scan);
        } else {
            unpublished.publishIfBehind();
        }
        return PERIOD;
    }

    private void scan() {
        try (Stream<JobRecord> jobs = records.unfinished()) {
            jobs.filter(job -> jobIndex.owns(job.id())).forEach(refresher::takeIn);
        }
        unpublished.publish();
        records.openBatches().stream()
                .filter(batch -> jobIndex.owns(batch.key()))
                .forEach(this::takeInAndRecount);
        records.batchesWithIntent().stream()
                .map(BatchRecord::key)
                .filter(jobIndex::owns)
                .forEach(bulkActions::carryOut);
        records.touchedBatches().stream().filter(jobIndex::owns).forEach(recounts::touched);
        LOG.atDebug()
                .addKeyValue("pending", jobIndex.count(JobStatus.PENDING))
                .addKeyValue("queued", jobIndex.count(JobStatus.QUEUED))
                .addKeyValue("processing", jobIndex.count(JobStatus.PROCESSING))
                .log("Records scanned");
    }

    private void takeInAndRecount(BatchRecord batch) {
        refresher.takeIn(batch);
        recounts.touched(batch.key());
    }

    /** Completes a bulk action that another gateway started. */
    @FunctionalInterface
    public interface BulkActions {
        void carryOut(BatchKey batch);
    }
}
