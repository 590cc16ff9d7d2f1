package io.eventjobs.gateway.deletion;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobLogs;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.mongo.UnfinishedRecords;
import io.eventjobs.model.artifact.CheckpointKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Purges deleted jobs: first their objects, then their logs, then the record, and only after its events are published. A tombstone is kept
 * for a grace period, so that an execution that has not noticed the deletion cannot write objects after they were removed. Idempotent: it
 * may be interrupted at any point and repeated by any gateway.
 */
public final class TombstonePurge implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(TombstonePurge.class);
    private static final int OBJECTS_AT_ONCE = 500;

    private final UnfinishedRecords records;
    private final Storage storage;
    private final ArtifactStore store;
    private final OwnedPartitions partitions;
    private final Timing timing;

    public TombstonePurge(
            UnfinishedRecords records,
            Storage storage,
            ArtifactStore store,
            OwnedPartitions partitions,
            Timing timing) {
        this.records = records;
        this.storage = storage;
        this.store = store;
        this.partitions = partitions;
        this.timing = timing;
    }

    @Override
    public Duration run() {
        Instant before = timing.clock().instant().minus(timing.grace());
        try (Stream<JobRecord> jobs = records.tombstones()) {
            jobs.filter(job -> partitions.owns(job.id()))
                    .filter(job -> isDue(job.state().times().deletedAt(), before))
                    .filter(job -> job.outbox().events().isEmpty())
                    .forEach(this::purge);
        }
        records.batchTombstones().stream()
                .filter(batch -> partitions.owns(batch.key()))
                .filter(batch -> isDue(batch.state().deletedAt(), before))
                .filter(batch -> batch.state().intent() == null)
                .filter(batch -> batch.outbox().events().isEmpty())
                .forEach(this::purge);
        return timing.interval();
    }

    private void purge(JobRecord job) {
        String tenant = job.request().tenant().value();
        removeObjects(tenant + "/jobs/" + job.id() + "/");
        removeObjects(tenant + "/inputs/" + job.id() + "/");
        removeObjects(CheckpointKey.jobPrefix(job.request().tenant(), job.id()));
        storage.logs().remove(job.id());
        if (storage.jobs().purge(job)) {
            LOG.atInfo().addKeyValue(LogKeys.JOB_ID, job.id()).log("Deleted job purged");
        }
    }

    private void purge(BatchRecord batch) {
        if (storage.batches().discard(batch)) {
            LOG.atInfo().addKeyValue(LogKeys.BATCH_ID, batch.key()).log("Deleted batch purged");
        }
    }

    private void removeObjects(String prefix) {
        for (List<String> keys = store.list(prefix, "", OBJECTS_AT_ONCE);
                !keys.isEmpty();
                keys = store.list(prefix, "", OBJECTS_AT_ONCE)) {
            store.delete(keys);
        }
    }

    private static boolean isDue(@Nullable Instant deletedAt, Instant before) {
        return deletedAt != null && deletedAt.isBefore(before);
    }

    /** The stores that hold the data of deleted jobs. */
    public record Storage(JobRecords jobs, BatchRecords batches, JobLogs logs) {}

    /**
     * When tombstones are purged.
     *
     * @param grace minimum age of a tombstone
     */
    public record Timing(Duration grace, Duration interval, Clock clock) {}
}
