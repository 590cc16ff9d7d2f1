package io.eventjobs.gateway.recovery;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.model.job.BatchKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * Finds in MongoDB what memory lacks: after a start, when partitions are assigned, when events could not be published, and at regular
 * intervals. All its actions are idempotent.
 */
public final class Recovery implements BackgroundTask {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final JobIndex jobIndex;
    private final ScanSchedule schedule;
    private final RecordScan scan;
    private final UnpublishedEvents unpublished;
    private final Timer scans;

    Recovery(
            JobIndex jobIndex,
            ScanSchedule schedule,
            RecordScan scan,
            UnpublishedEvents unpublished,
            MeterRegistry meters) {
        this.jobIndex = jobIndex;
        this.schedule = schedule;
        this.scan = scan;
        this.unpublished = unpublished;
        this.scans = meters.timer("event_jobs.recovery.scan");
    }

    /** Makes a scan due at once. */
    public void scanSoon() {
        schedule.request();
    }

    @Override
    public Duration run() {
        if (!jobIndex.owned().isEmpty() && schedule.begins()) {
            scans.record(() -> {
                scan.run();
                unpublished.publish();
            });
        } else {
            unpublished.publishIfBehind();
        }
        return PERIOD;
    }

    /** Finishes a bulk action that another gateway began. */
    @FunctionalInterface
    public interface BulkActions {
        void carryOut(BatchKey batch);
    }
}
