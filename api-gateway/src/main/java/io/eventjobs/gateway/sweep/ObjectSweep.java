package io.eventjobs.gateway.sweep;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ObjectFacts;
import io.eventjobs.artifact.OpenUpload;
import io.eventjobs.gateway.agenda.Agenda;
import io.eventjobs.gateway.record.JobRecord;
import io.eventjobs.gateway.record.JobRecords;
import io.eventjobs.gateway.runner.Step;
import io.eventjobs.model.job.JobId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
            List<String> keys = store.list("", position, properties.objectsAtOnce());
            int gone = (int) keys.stream().filter(this::sweep).count();
            position = keys.size() < properties.objectsAtOnce() ? "" : keys.getLast();
            if (gone > 0) {
                LOG.atInfo()
                        .addKeyValue("objects", gone)
                        .addKeyValue("looked_at", keys.size())
                        .log("Objects that nobody needs were deleted");
            }
        }
        return properties.between();
    }

    /** Once for each walk. */
    private void abortUploads() {
        Sweeping sweeping = new Sweeping(properties.grace(), properties.checkpoints());
        List<OpenUpload> orphans = store.openUploads(properties.objectsAtOnce()).stream()
                .filter(upload -> {
                    StoredPlace place = StoredPlace.of(upload.key());
                    return sweeping.mayAbort(place, job(place), upload.begunAt(), clock.instant());
                })
                .toList();
        orphans.forEach(store::abort);
        if (!orphans.isEmpty()) {
            LOG.atInfo().addKeyValue("uploads", orphans.size()).log("Uploads that nobody finishes were aborted");
        }
    }

    private boolean sweep(String key) {
        StoredPlace place = StoredPlace.of(key);
        Sweeping sweeping = new Sweeping(properties.grace(), properties.checkpoints());
        // First without asking for its age, which costs a request for each object.
        if (!sweeping.mayGo(place, job(place), clock.instant().minus(longest()), clock.instant())) {
            return false;
        }
        Optional<ObjectFacts> facts = store.find(key);
        boolean goes = facts.isPresent()
                && sweeping.mayGo(place, job(place), facts.get().modified(), clock.instant());
        if (goes) {
            store.delete(List.of(key));
        }
        return goes;
    }

    private Duration longest() {
        Duration grace = properties.grace();
        Duration checkpoints = properties.checkpoints();
        return (grace.compareTo(checkpoints) > 0 ? grace : checkpoints).plusSeconds(1);
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
