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
 * Deletes a file that no job refers to: first its record is closed to new references, then the file is deleted, then the record. A job that
 * refers to it meanwhile either finds and keeps it, or is refused. Thread-safe.
 */
final class UploadRemoval {
    /** Within this time after a claim, the job is either stored or never will be. */
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

    /** @return the outcome; nothing has changed unless the file was deleted */
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
        /** A job refers to it, or is about to. */
        NAMED,
        /** Its record was changed concurrently. */
        CHANGED
    }
}
