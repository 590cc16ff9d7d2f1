package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.UploadAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file. A value; {@link UploadRecords} stores the next one if nobody was faster.
 *
 * @param version grows by one with every stored change; the condition of the next
 * @param file what it is
 * @param stored whether the file is in the object store, whole, and may be named; a record goes in before its file and out
 *     after it
 * @param named whether a job named it
 * @param expiresAt when it may go, unless a job names it
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
     * @param name as its owner calls it
     * @param contentType as its content tells
     */
    public record File(String name, String contentType, long bytes, String sha256) {}

    public String key() {
        return UploadAddress.key(tenant, address.id());
    }

    public UploadRecord with(boolean isStored) {
        return new UploadRecord(address, tenant, version, file, isStored, named, createdAt, expiresAt, idempotency);
    }

    /** A job names it: it is kept at least so long, in which the job is stored. */
    public UploadRecord namedUntil(Instant until) {
        Instant expires = expiresAt.isAfter(until) ? expiresAt : until;
        return new UploadRecord(address, tenant, version, file, stored, true, createdAt, expires, idempotency);
    }

    public UploadRecord atVersion(long next) {
        return new UploadRecord(address, tenant, next, file, stored, named, createdAt, expiresAt, idempotency);
    }
}
