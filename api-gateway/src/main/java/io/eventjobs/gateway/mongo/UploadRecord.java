package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.UploadAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file. A value; {@link UploadRecords} stores the next one unless it was changed concurrently.
 *
 * @param version incremented with every stored change; condition of the next
 * @param file its properties
 * @param stored whether the complete file is in the object store and may be referred to; the record is inserted before the file is stored,
 *   and deleted after it is removed
 * @param named whether any job has referred to it
 * @param expiresAt when it may be deleted, unless a job refers to it
 */
public record UploadRecord(
        UploadAddress address,
        TenantId tenant,
        long version,
        File file,
        boolean stored,
        boolean named,
        Instant createdAt,
        Instant expiresAt,
        @Nullable IdempotencyMark idempotency) {

    /**
     * @param name chosen by its owner
     * @param contentType detected from its content
     */
    public record File(String name, String contentType, long bytes, String sha256) {}

    public String key() {
        return UploadAddress.key(tenant, address.id());
    }

    public UploadRecord with(boolean isStored) {
        return new UploadRecord(address, tenant, version, file, isStored, named, createdAt, expiresAt, idempotency);
    }

    /** A job refers to it: kept at least this long, until the job is stored. */
    public UploadRecord namedUntil(Instant until) {
        Instant expires = expiresAt.isAfter(until) ? expiresAt : until;
        return new UploadRecord(address, tenant, version, file, stored, true, createdAt, expires, idempotency);
    }

    public UploadRecord atVersion(long next) {
        return new UploadRecord(address, tenant, next, file, stored, named, createdAt, expiresAt, idempotency);
    }
}
