package io.eventjobs.gateway.sweep;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.IncompleteUpload;
import io.eventjobs.artifact.ListedObject;
import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.mongo.StorageRecords;
import io.eventjobs.model.job.JobId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeatedly walks through all objects, some at a time, and deletes those that {@link SweepPolicy} allows. The job's record is read again
 * immediately before each deletion. One gateway does this; two at once would do no harm. Not thread-safe.
 */
final class ObjectSweep implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectSweep.class);
    private static final String TASK_KEY = "object-sweep";

    private final ArtifactStore store;
    private final JobRecords jobs;
    private final StorageRecords storage;
    private final OwnedPartitions partitions;
    private final SweepProperties properties;
    private final Clock clock;
    private String position = "";
    private CheckpointSizes sizes = new CheckpointSizes();
    private Map<String, Long> bytesByTenant = new HashMap<>();
    private Map<String, Instant> checkpointsSince = Map.of();

    ObjectSweep(
            ArtifactStore store,
            JobRecords jobs,
            StorageRecords storage,
            OwnedPartitions partitions,
            SweepProperties properties,
            Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.storage = storage;
        this.partitions = partitions;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Duration run() {
        if (partitions.owns(TASK_KEY)) {
            if (position.isEmpty()) {
                abortUploads();
            }
            List<ListedObject> objects = store.listObjects("", position, properties.maxObjects());
            int gone = (int) objects.stream().filter(this::sweep).count();
            if (objects.size() < properties.maxObjects()) {
                endWalk();
            } else {
                position = objects.getLast().key();
            }
            if (gone > 0) {
                LOG.atInfo()
                        .addKeyValue("objects", gone)
                        .addKeyValue("examined", objects.size())
                        .log("Unreferenced objects deleted");
            }
        }
        return properties.interval();
    }

    /** The sizes counted in one walk apply to the next one. */
    private void endWalk() {
        position = "";
        checkpointsSince = sizes.keptSince(properties.maxCheckpointSize().toBytes());
        sizes = new CheckpointSizes();
        storage.replace(bytesByTenant);
        bytesByTenant = new HashMap<>();
        checkpointsSince.forEach((tenant, since) -> LOG.atInfo()
                .addKeyValue("tenant", tenant)
                .addKeyValue("since", since)
                .log("Checkpoints exceed their maximum size; oldest ones are deleted"));
    }

    private SweepPolicy policy() {
        return new SweepPolicy(properties.grace(), properties.checkpointRetention(), checkpointsSince);
    }

    /** Once per walk. */
    private void abortUploads() {
        SweepPolicy policy = policy();
        List<IncompleteUpload> orphans = store.incompleteUploads(properties.maxObjects()).stream()
                .filter(upload -> {
                    ObjectOwner owner = ObjectOwner.of(upload.key());
                    return policy.mayAbort(owner, job(owner), upload.startedAt(), clock.instant());
                })
                .toList();
        orphans.forEach(store::abort);
        if (!orphans.isEmpty()) {
            LOG.atInfo().addKeyValue("uploads", orphans.size()).log("Abandoned multipart uploads aborted");
        }
    }

    private boolean sweep(ListedObject object) {
        ObjectOwner owner = ObjectOwner.of(object.key());
        boolean deleted = policy().mayDelete(owner, job(owner), object.modified(), clock.instant());
        if (deleted) {
            store.delete(List.of(object.key()));
            return true;
        }
        count(object);
        if (owner instanceof ObjectOwner.OfCheckpoint of) {
            sizes.add(of.tenant(), object.modified(), object.bytes());
        }
        return false;
    }

    /** Every key begins with its tenant, but for those of what all share. */
    private void count(ListedObject object) {
        int end = object.key().indexOf('/');
        if (end > 0) {
            bytesByTenant.merge(object.key().substring(0, end), object.bytes(), Long::sum);
        }
    }

    private Optional<JobRecord> job(ObjectOwner owner) {
        return switch (owner) {
            case ObjectOwner.OfExecution of -> find(of.job());
            case ObjectOwner.OfInput of -> find(of.job());
            case ObjectOwner.OfCheckpoint checkpoint -> Optional.empty();
            case ObjectOwner.Unknown unknown -> Optional.empty();
        };
    }

    private Optional<JobRecord> find(JobId id) {
        return jobs.find(id);
    }
}
