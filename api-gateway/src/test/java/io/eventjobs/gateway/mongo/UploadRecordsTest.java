package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.UploadAddress;
import io.eventjobs.model.job.UploadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class UploadRecordsTest {
    private static final Instant EXPIRES = Jobs.NOW.plus(Duration.ofHours(24));

    private Records records;
    private UploadRecords uploads;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        uploads = records.uploads();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void whatIsStoredIsReadAsItWas() {
        UploadRecord upload = inserted("upload-1", new IdempotencyMark("key", "hash"));

        assertThat(uploads.find(upload.address().id())).contains(upload);
        assertThat(uploads.findByIdempotencyKey("key")).contains(upload);
        assertThat(uploads.findByIdempotencyKey("other")).isEmpty();
    }

    @Test
    void anIdempotencyKeyMakesOneUpload() {
        inserted("upload-1", new IdempotencyMark("key", "hash"));

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> inserted("upload-2", new IdempotencyMark("key", "hash")));
    }

    @Test
    void ofTwoWhoSawTheSameVersionOneStores() {
        UploadRecord upload = inserted("upload-1", null);

        assertThat(uploads.store(upload, upload.with(true)))
                .contains(upload.with(true).atVersion(2));
        assertThat(uploads.store(upload, upload.namedUntil(EXPIRES))).isEmpty();
        assertThat(uploads.find(upload.address().id())).hasValueSatisfying(stored -> {
            assertThat(stored.stored()).isTrue();
            assertThat(stored.named()).isFalse();
        });
    }

    @Test
    void isDeletedOnlyAsItWasSeen() {
        UploadRecord upload = inserted("upload-1", null);
        UploadRecord next = uploads.store(upload, upload.with(true)).orElseThrow();

        uploads.delete(upload);
        assertThat(uploads.find(upload.address().id())).contains(next);

        uploads.delete(next);
        assertThat(uploads.find(upload.address().id())).isEmpty();
    }

    @Test
    void aNamedFileIsKeptAtLeastAsLongAsItWasAlready() {
        UploadRecord upload = upload("upload-1", null);

        assertThat(upload.namedUntil(EXPIRES.minusSeconds(1)).expiresAt()).isEqualTo(EXPIRES);
        assertThat(upload.namedUntil(EXPIRES.plusSeconds(1)).expiresAt()).isEqualTo(EXPIRES.plusSeconds(1));
        assertThat(upload.namedUntil(EXPIRES).named()).isTrue();
    }

    @Test
    void countsTheFilesOfATenantThatNoJobEverNamed() {
        inserted("upload-1", null);
        inserted("upload-2", null);
        UploadRecord named = inserted("upload-3", null);
        uploads.store(named, named.namedUntil(EXPIRES));

        assertThat(uploads.unnamed(Jobs.TENANT, 10)).isEqualTo(2);
        assertThat(uploads.unnamed(Jobs.TENANT, 1)).isEqualTo(1);
        assertThat(uploads.unnamed(new TenantId("other"), 10)).isZero();
    }

    @Test
    void listsWhatIsOverTheOldestFirst() {
        UploadRecord first = inserted("upload-1", null);
        UploadRecord second = inserted("upload-2", null);
        UploadRecord later =
                uploads.store(first, first.namedUntil(EXPIRES.plusSeconds(5))).orElseThrow();

        assertThat(uploads.expired(EXPIRES, 10)).isEmpty();
        assertThat(uploads.expired(EXPIRES.plusMillis(1), 10)).containsExactly(second);
        assertThat(uploads.expired(EXPIRES.plusSeconds(6), 10)).containsExactly(second, later);
        assertThat(uploads.expired(EXPIRES.plusSeconds(6), 1)).containsExactly(second);
    }

    @Test
    void aDocumentFromBeforeThereWereStatesIsNeitherStoredNorNamed() {
        UploadRecord upload = inserted("upload-1", null);
        records.mongo()
                .getCollection("uploads")
                .updateOne(
                        new Document("_id", "upload-1"),
                        new Document("$unset", new Document("stored", "").append("named", ""))
                                .append("$set", new Document("colour", "blue")));

        assertThat(uploads.find(upload.address().id())).contains(upload);
    }

    @Test
    void theKeyOfItsObjectIsItsTenants() {
        assertThat(List.of(upload("upload-1", null).key())).containsExactly("default/uploads/upload-1/content");
    }

    private UploadRecord inserted(String id, @Nullable IdempotencyMark mark) {
        UploadRecord upload = upload(id, mark);
        uploads.insert(upload);
        return upload;
    }

    private static UploadRecord upload(String id, @Nullable IdempotencyMark mark) {
        return new UploadRecord(
                new UploadAddress(new UploadId(id), "slides.pdf"),
                Jobs.TENANT,
                1,
                new UploadRecord.File("My slides.pdf", "application/pdf", 5_000_000_000L, "abc"),
                false,
                false,
                Jobs.NOW,
                EXPIRES,
                mark);
    }
}
