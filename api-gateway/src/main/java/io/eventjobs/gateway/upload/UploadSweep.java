package io.eventjobs.gateway.upload;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.gateway.agenda.Agenda;
import io.eventjobs.gateway.record.JobRecords;
import io.eventjobs.gateway.runner.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away files whose time is over and that no job names, some at a time. First the record says that the file cannot be
 * named any more, then the file goes, then the record: a job that names it meanwhile either finds it and keeps it, or is
 * refused. One gateway does it; two at once would do no harm.
 */
final class UploadSweep implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(UploadSweep.class);
    private static final String DUTY = "upload-sweep";
    private static final Duration BETWEEN = Duration.ofSeconds(30);
    private static final int AT_ONCE = 200;

    private final UploadRecords uploads;
    private final JobRecords jobs;
    private final ArtifactStore store;
    private final Agenda agenda;
    private final Duration keep;
    private final Clock clock;

    UploadSweep(
            UploadRecords uploads, JobRecords jobs, ArtifactStore store, Agenda agenda, Duration keep, Clock clock) {
        this.uploads = uploads;
        this.jobs = jobs;
        this.store = store;
        this.agenda = agenda;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public Duration run() {
        if (agenda.owns(DUTY)) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            long gone = uploads.expired(now, AT_ONCE).stream()
                    .filter(upload -> sweep(upload, now))
                    .count();
            if (gone > 0) {
                LOG.atInfo().addKeyValue("uploads", gone).log("Uploads that no job names were deleted");
            }
        }
        return BETWEEN;
    }

    private boolean sweep(UploadRecord upload, Instant now) {
        if (isNamed(upload)) {
            uploads.store(upload, upload.namedUntil(now.plus(keep)));
            return false;
        }
        Optional<UploadRecord> closed =
                upload.stored() ? uploads.store(upload, upload.with(false)) : Optional.of(upload);
        closed.ifPresent(going -> {
            store.delete(List.of(going.key()));
            uploads.delete(going);
        });
        return closed.isPresent();
    }

    private boolean isNamed(UploadRecord upload) {
        return upload.named()
                && jobs.count(new Document("uploads", upload.address().id().value()), 1) > 0;
    }
}
