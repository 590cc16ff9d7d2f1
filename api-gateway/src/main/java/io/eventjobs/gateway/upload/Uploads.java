package io.eventjobs.gateway.upload;

import io.eventjobs.gateway.mongo.UploadRecord;
import io.eventjobs.gateway.mongo.UploadRecords;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.eventjobs.gateway.transition.ConditionalUpdate.Attempt;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.UploadAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Keeps uploaded files for the jobs that name them. Thread-safe. */
@Service
class Uploads implements UploadClaims {
    private final UploadRecords records;
    private final UploadProperties properties;
    private final ConditionalUpdate update;
    private final Clock clock;

    Uploads(UploadRecords records, UploadProperties properties, ConditionalUpdate update, Clock clock) {
        this.records = records;
        this.properties = properties;
        this.update = update;
        this.clock = clock;
    }

    @Override
    public boolean claim(TenantId tenant, UploadAddress address) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return update.run("upload " + address, () -> {
            Optional<UploadRecord> found = records.find(address.id())
                    .filter(upload -> upload.tenant().equals(tenant))
                    .filter(upload -> upload.address().equals(address))
                    .filter(UploadRecord::stored);
            if (found.isEmpty() || isSafe(found.get(), now)) {
                return Attempt.done(found.isPresent());
            }
            UploadRecord named = found.get().namedUntil(now.plus(properties.retention()));
            return Attempt.of(records.store(found.get(), named).map(stored -> true));
        });
    }

    /** The record is not updated for every job, since many jobs may refer to the same file. */
    private boolean isSafe(UploadRecord upload, Instant now) {
        return upload.named()
                && upload.expiresAt().isAfter(now.plus(properties.retention().dividedBy(2)));
    }
}
