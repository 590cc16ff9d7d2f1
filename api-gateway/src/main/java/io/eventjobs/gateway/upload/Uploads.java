package io.eventjobs.gateway.upload;

import io.eventjobs.gateway.mongo.UploadRecord;
import io.eventjobs.gateway.mongo.UploadRecords;
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
    private static final int MAX_TRIES = 20;

    private final UploadRecords records;
    private final UploadProperties properties;
    private final Clock clock;

    Uploads(UploadRecords records, UploadProperties properties, Clock clock) {
        this.records = records;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public boolean claim(TenantId tenant, UploadAddress address) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Optional<UploadRecord> found = records.find(address.id())
                    .filter(upload -> upload.tenant().equals(tenant))
                    .filter(upload -> upload.address().equals(address))
                    .filter(UploadRecord::stored);
            if (found.isEmpty()) {
                return false;
            }
            if (isSafe(found.get(), now)
                    || records.store(found.get(), found.get().namedUntil(now.plus(properties.keep())))
                            .isPresent()) {
                return true;
            }
        }
        throw new IllegalStateException("upload " + address + " changed " + MAX_TRIES + " times while it was claimed");
    }

    /** Many jobs name one file; it need not be written each time. */
    private boolean isSafe(UploadRecord upload, Instant now) {
        return upload.named()
                && upload.expiresAt().isAfter(now.plus(properties.keep().dividedBy(2)));
    }
}
