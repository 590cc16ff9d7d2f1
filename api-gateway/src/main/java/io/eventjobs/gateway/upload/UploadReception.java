package io.eventjobs.gateway.upload;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.idempotency.IdempotentInsert;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.mongo.UploadRecord;
import io.eventjobs.gateway.mongo.UploadRecords;
import io.eventjobs.gateway.quota.TenantQuotas;
import io.eventjobs.gateway.request.PacedInputStream;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.UploadAddress;
import io.eventjobs.model.job.UploadId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Receives files into the object store, through a temporary file, so that memory use does not grow with their size. The type is detected
 * from the content; the name only refines it. Thread-safe.
 */
@Service
class UploadReception {
    private final UploadRecords records;
    private final ArtifactStore store;
    private final UploadProperties properties;
    private final Clock clock;
    private final Ticker ticker;
    private final TenantQuotas quotas;
    private final UploadPlaces places;
    private final Tika tika = new Tika();
    private final IdempotentInsert<UploadRecord> insert = new IdempotentInsert<>(new KeyedUploads());

    UploadReception(
            UploadRecords records,
            ArtifactStore store,
            UploadProperties properties,
            TenantQuotas quotas,
            Clock clock,
            Ticker ticker) {
        this.records = records;
        this.store = store;
        this.properties = properties;
        this.clock = clock;
        this.ticker = ticker;
        this.quotas = quotas;
        this.places = new UploadPlaces(properties.maxConcurrent());
    }

    /** The stored file: a new one, or the one that an identical earlier request sent. */
    UploadRecord receive(TenantId tenant, String name, InputStream body, @Nullable String key) throws IOException {
        quotas.requireRoom(tenant, 0);
        if (!places.take(tenant)) {
            throw full();
        }
        try {
            Path file = temporary();
            try {
                return stored(tenant, described(name, new PacedInputStream(body, ticker), file), file, key);
            } finally {
                Files.deleteIfExists(file);
            }
        } finally {
            places.giveBack(tenant);
        }
    }

    private UploadRecord.File described(String name, InputStream body, Path file) throws IOException {
        String sha256;
        try (OutputStream out = Files.newOutputStream(file)) {
            sha256 = Sha256.ofCopied(body, out, properties.maxBytes() + 1);
        }
        long bytes = Files.size(file);
        if (bytes > properties.maxBytes()) {
            throw tooLarge();
        }
        if (bytes == 0) {
            throw new ApiException(
                    ErrorCode.VALIDATION_FAILED, "The body is empty; it must be the content of the file.");
        }
        try (InputStream content = Files.newInputStream(file)) {
            return new UploadRecord.File(name, tika.detect(content, name), bytes, sha256);
        }
    }

    private UploadRecord stored(TenantId tenant, UploadRecord.File file, Path content, @Nullable String key) {
        Optional<IdempotencyMark> mark =
                Optional.ofNullable(key).map(given -> new IdempotencyMark(tenant + ":" + given, file.sha256()));
        return switch (insert.run(mark, () -> coming(tenant, file, mark))) {
            case IdempotentInsert.Result.Inserted<UploadRecord> inserted -> completed(inserted.record(), content);
            case IdempotentInsert.Result.Found<UploadRecord> found -> found.record();
        };
    }

    private UploadRecord completed(UploadRecord coming, Path content) {
        store.put(coming.key(), content, coming.file().contentType());
        quotas.stored(coming.tenant(), coming.file().bytes());
        return records.store(coming, coming.with(true))
                .orElseThrow(() -> new ApiException(ErrorCode.CONFLICT, ErrorCode.CONFLICT.meaning()));
    }

    private UploadRecord coming(TenantId tenant, UploadRecord.File file, Optional<IdempotencyMark> mark) {
        if (records.unnamed(tenant, properties.maxUnreferenced()) >= properties.maxUnreferenced()) {
            throw full();
        }
        quotas.requireRoom(tenant, file.bytes());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UploadId id = UploadId.at(now, UUID.randomUUID());
        return new UploadRecord(
                UploadAddress.of(id, file.name()),
                tenant,
                1,
                file,
                false,
                false,
                now,
                now.plus(properties.retention()),
                mark.orElse(null));
    }

    private Path temporary() throws IOException {
        if (properties.folder() == null) {
            return Files.createTempFile("event-jobs-upload-", ".part");
        }
        return Files.createTempFile(Files.createDirectories(properties.folder()), "event-jobs-upload-", ".part");
    }

    private static ApiException full() {
        return new ApiException(ErrorCode.UPLOADS_FULL, ErrorCode.UPLOADS_FULL.meaning());
    }

    private ApiException tooLarge() {
        return new ApiException(
                ErrorCode.PAYLOAD_TOO_LARGE, "The file has more than the allowed " + properties.maxBytes() + " bytes.");
    }

    /** @throws ApiException if the declared length exceeds the limit */
    void requireFits(long contentLength) {
        if (contentLength > properties.maxBytes()) {
            throw tooLarge();
        }
    }

    /** Uploads by idempotency key. An incomplete one is removed. */
    private final class KeyedUploads implements IdempotentInsert.KeyedRecords<UploadRecord> {
        @Override
        public void insert(UploadRecord fresh) {
            records.insert(fresh);
        }

        @Override
        public Optional<UploadRecord> findByIdempotencyKey(String key) {
            return records.findByIdempotencyKey(key);
        }

        @Override
        public @Nullable IdempotencyMark mark(UploadRecord found) {
            return found.idempotency();
        }

        @Override
        public boolean isComplete(UploadRecord found) {
            return found.stored();
        }

        @Override
        public void release(UploadRecord found) {
            records.delete(found);
        }
    }
}
