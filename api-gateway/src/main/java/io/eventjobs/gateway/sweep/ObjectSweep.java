package io.eventjobs.gateway.sweep;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.IncompleteUpload;
import io.eventjobs.artifact.ListedObject;
import io.eventjobs.gateway.agenda.Agenda;
import io.eventjobs.gateway.record.JobRecord;
import io.eventjobs.gateway.record.JobRecords;
import io.eventjobs.gateway.runner.Step;
import io.eventjobs.model.job.JobId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks through the objects, some at a time, for ever, and takes away what {@link Sweeping} lets go. The record is read again
 * for each object right before it goes. One gateway does it; two at once would do no harm. Not thread-safe.
 */
final class ObjectSweep implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectSweep.class);
    private static final String DUTY = "object-sweep";

    private final ArtifactStore store;
    private final JobRecords jobs;
    private final Agenda agenda;
    private final SweepProperties properties;
    private final Clock clock;
    private String position = "";
    private CheckpointSizes sizes = new CheckpointSizes();
    private Map<String, Instant> checkpointsSince = Map.of();

    ObjectSweep(ArtifactStore store, JobRecords jobs, Agenda agenda, SweepProperties properties, Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.agenda = agenda;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Duration run() {
        if (agenda.owns(DUTY)) {
            if (position.isEmpty()) {
                abortUploads();
            }
            List<ListedObject> objects = store.listObjects("", position, properties.objectsAtOnce());
            int gone = (int) objects.stream().filter(this::sweep).count();
            if (objects.size() < properties.objectsAtOnce()) {
                endWalk();
            } else {
                position = objects.getLast().key();
            }
            if (gone > 0) {
                LOG.atInfo()
                        .addKeyValue("objects", gone)
                        .addKeyValue("looked_at", objects.size())
                        .log("Objects that nobody needs were deleted");
            }
        }
        return properties.between();
    }

    /** What a walk has counted binds the next one. */
    private void endWalk() {
        position = "";
        checkpointsSince = sizes.keptSince(properties.checkpointsSize().toBytes());
        sizes = new CheckpointSizes();
        checkpointsSince.forEach((tenant, since) -> LOG.atInfo()
                .addKeyValue("tenant", tenant)
                .addKeyValue("since", since)
                .log("Checkpoints are more than may be kept; older ones go"));
    }

    private Sweeping sweeping() {
        return new Sweeping(properties.grace(), properties.checkpoints(), checkpointsSince);
    }

    /** Once for each walk. */
    private void abortUploads() {
        Sweeping sweeping = sweeping();
        List<IncompleteUpload> orphans = store.incompleteUploads(properties.objectsAtOnce()).stream()
                .filter(upload -> {
                    StoredPlace place = StoredPlace.of(upload.key());
                    return sweeping.mayAbort(place, job(place), upload.startedAt(), clock.instant());
                })
                .toList();
        orphans.forEach(store::abort);
        if (!orphans.isEmpty()) {
            LOG.atInfo().addKeyValue("uploads", orphans.size()).log("Uploads that nobody finishes were aborted");
        }
    }

    private boolean sweep(ListedObject object) {
        StoredPlace place = StoredPlace.of(object.key());
        boolean goes = sweeping().mayGo(place, job(place), object.modified(), clock.instant());
        if (goes) {
            store.delete(List.of(object.key()));
        } else if (place instanceof StoredPlace.OfCheckpoint of) {
            sizes.add(of.tenant(), object.modified(), object.bytes());
        }
        return goes;
    }

    private Optional<JobRecord> job(StoredPlace place) {
        return switch (place) {
            case StoredPlace.OfExecution of -> find(of.job());
            case StoredPlace.OfInput of -> find(of.job());
            case StoredPlace.OfCheckpoint checkpoint -> Optional.empty();
            case StoredPlace.Unknown unknown -> Optional.empty();
        };
    }

    private Optional<JobRecord> find(JobId id) {
        return jobs.find(id);
    }
}
