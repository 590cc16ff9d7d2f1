package io.eventjobs.gateway.upload;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.mongo.UploadRecord;
import io.eventjobs.gateway.mongo.UploadRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes a file away that no job names. First the record says that the file cannot be named any more, then the file goes, then
 * the record: a job that names it meanwhile either finds it and keeps it, or is refused. Thread-safe.
 */
final class UploadRemoval {
    /** Whoever claims a file for a job has stored the job by then, or never will. */
    private static final Duration STORING = Duration.ofMinutes(1);

    private final UploadRecords uploads;
    private final JobRecords jobs;
    private final ArtifactStore store;
    private final Duration keep;

    UploadRemoval(UploadRecords uploads, JobRecords jobs, ArtifactStore store, Duration keep) {
        this.uploads = uploads;
        this.jobs = jobs;
        this.store = store;
        this.keep = keep;
    }

    /** @return what came of it; nothing is changed unless the file is gone */
    Outcome remove(UploadRecord upload, Instant now) {
        if (isNamed(upload, now)) {
            return Outcome.NAMED;
        }
        Optional<UploadRecord> closed =
                upload.stored() ? uploads.store(upload, upload.with(false)) : Optional.of(upload);
        closed.ifPresent(going -> {
            store.delete(List.of(going.key()));
            uploads.delete(going);
        });
        return closed.isPresent() ? Outcome.GONE : Outcome.CHANGED;
    }

    private boolean isNamed(UploadRecord upload, Instant now) {
        if (!upload.named()) {
            return false;
        }
        boolean isJustClaimed = upload.expiresAt().isAfter(now.plus(keep).minus(STORING));
        return isJustClaimed || jobs.isNamed(upload.address().id());
    }

    enum Outcome {
        GONE,
        /** A job names it, or is about to. */
        NAMED,
        /** Somebody else changed its record at the same time. */
        CHANGED
    }
}
