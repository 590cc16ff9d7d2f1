package io.eventjobs.gateway.sweep;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.jobaction.JobActionService;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes expired idempotency keys and, if enabled, deletes finished jobs whose retention has expired; some at a time. One gateway does
 * this; two at once would do no harm.
 */
final class RecordSweep implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(RecordSweep.class);
    private static final String TASK_KEY = "record-sweep";
    private static final int AT_ONCE = 500;

    private final JobRecords jobs;
    private final BatchRecords batches;
    private final JobActionService jobActions;
    private final OwnedPartitions partitions;
    private final Times times;
    private final Clock clock;

    RecordSweep(
            JobRecords jobs,
            BatchRecords batches,
            JobActionService jobActions,
            OwnedPartitions partitions,
            Times times,
            Clock clock) {
        this.jobs = jobs;
        this.batches = batches;
        this.jobActions = jobActions;
        this.partitions = partitions;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public Duration run() {
        if (partitions.owns(TASK_KEY)) {
            Instant now = clock.instant();
            forgetKeys(now.minus(times.idempotency()));
            if (times.sweep().retention() != null) {
                deleteFinished(now.minus(times.sweep().retention()), now);
            }
        }
        return times.sweep().interval();
    }

    private void forgetKeys(Instant before) {
        List<JobRecord> expired = jobs.withKeyBefore(before, AT_ONCE);
        expired.forEach(jobs::dropIdempotencyKey);
        batches.withKeyBefore(before, AT_ONCE).forEach(batches::dropIdempotencyKey);
        if (!expired.isEmpty()) {
            LOG.atDebug().addKeyValue("keys", expired.size()).log("Idempotency keys expired");
        }
    }

    /** The purge of tombstones does the rest. */
    private void deleteFinished(Instant before, Instant now) {
        long deleted = jobs.finishedBefore(before, AT_ONCE).stream()
                .filter(job -> !job.isDeleted())
                .filter(job -> jobActions
                        .apply(
                                job.id(),
                                current -> current.status().isTerminal()
                                        ? JobActions.deleted(current, now)
                                        : Optional.empty(),
                                "Retention period has ended")
                        .isPresent())
                .count();
        if (deleted > 0) {
            LOG.atInfo().addKeyValue("jobs", deleted).log("Jobs past their retention deleted");
        }
    }

    /** @param idempotency how long a repeated key returns the original response */
    record Times(SweepProperties sweep, Duration idempotency) {}
}
