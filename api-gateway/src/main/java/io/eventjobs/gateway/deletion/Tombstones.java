package io.eventjobs.gateway.deletion;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.gateway.background.Step;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.kafka.OwnedPartitions;
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
 * Removes what deleted jobs left behind: first their objects, then their logs, last the record, and only when its events are
 * published. A tombstone is left alone for a while, so that an execution that does not know yet cannot write after the
 * objects were removed. May be interrupted anywhere and done again by any gateway.
 */
public final class Tombstones implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(Tombstones.class);
    private static final int OBJECTS_AT_ONCE = 500;

    private final UnfinishedRecords records;
    private final Burial burial;
    private final ArtifactStore store;
    private final OwnedPartitions partitions;
    private final Rhythm rhythm;

    public Tombstones(
            UnfinishedRecords records, Burial burial, ArtifactStore store, OwnedPartitions partitions, Rhythm rhythm) {
        this.records = records;
        this.burial = burial;
        this.store = store;
        this.partitions = partitions;
        this.rhythm = rhythm;
    }

    @Override
    public Duration run() {
        Instant before = rhythm.clock().instant().minus(rhythm.grace());
        try (Stream<JobRecord> jobs = records.tombstones()) {
            jobs.filter(job -> partitions.owns(job.id()))
                    .filter(job -> isDue(job.standing().times().deletedAt(), before))
                    .filter(job -> job.outbox().events().isEmpty())
                    .forEach(this::bury);
        }
        records.batchTombstones().stream()
                .filter(batch -> partitions.owns(batch.key()))
                .filter(batch -> isDue(batch.standing().deletedAt(), before))
                .filter(batch -> batch.standing().intent() == null)
                .filter(batch -> batch.outbox().events().isEmpty())
                .forEach(this::bury);
        return rhythm.between();
    }

    private void bury(JobRecord job) {
        String tenant = job.asked().tenant().value();
        removeObjects(tenant + "/jobs/" + job.id() + "/");
        removeObjects(tenant + "/inputs/" + job.id() + "/");
        removeObjects(CheckpointKey.jobPrefix(job.asked().tenant(), job.id()));
        burial.logs().remove(job.id());
        if (burial.jobs().bury(job)) {
            LOG.atInfo().addKeyValue("job_id", job.id()).log("Deleted job is gone");
        }
    }

    private void bury(BatchRecord batch) {
        if (burial.batches().discard(batch)) {
            LOG.atInfo().addKeyValue("batch_id", batch.key()).log("Deleted batch is gone");
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

    /** Where records end. */
    public record Burial(JobRecords jobs, BatchRecords batches, JobLogs logs) {}

    /**
     * When it looks.
     *
     * @param grace so long a tombstone is left alone
     */
    public record Rhythm(Duration grace, Duration between, Clock clock) {}
}
