package io.eventjobs.gateway.upload;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.mongo.UploadRecord;
import io.eventjobs.gateway.mongo.UploadRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes expired files that no job refers to, some at a time. One gateway does this; two at once would do no harm. */
final class UploadSweep implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(UploadSweep.class);
    private static final String TASK_KEY = "upload-sweep";
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final int AT_ONCE = 200;

    private final UploadRecords uploads;
    private final UploadRemoval removal;
    private final OwnedPartitions partitions;
    private final Duration keep;
    private final Clock clock;

    UploadSweep(UploadRecords uploads, UploadRemoval removal, OwnedPartitions partitions, Duration keep, Clock clock) {
        this.uploads = uploads;
        this.removal = removal;
        this.partitions = partitions;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public Duration run() {
        if (partitions.owns(TASK_KEY)) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            long gone = uploads.expired(now, AT_ONCE).stream()
                    .filter(upload -> sweep(upload, now))
                    .count();
            if (gone > 0) {
                LOG.atInfo().addKeyValue("uploads", gone).log("Expired uploads deleted");
            }
        }
        return INTERVAL;
    }

    private boolean sweep(UploadRecord upload, Instant now) {
        return switch (removal.remove(upload, now)) {
            case GONE -> true;
            case NAMED -> {
                uploads.store(upload, upload.namedUntil(now.plus(keep)));
                yield false;
            }
            case CHANGED -> false;
        };
    }
}
