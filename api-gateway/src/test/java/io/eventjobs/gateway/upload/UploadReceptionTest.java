package io.eventjobs.gateway.upload;

import static io.eventjobs.gateway.Requests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.gateway.mongo.UploadRecord;
import io.eventjobs.gateway.mongo.UploadRecords;
import io.eventjobs.gateway.quota.Quotas;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.UploadAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadReceptionTest {
    private static final byte[] PDF = "%PDF-1.4\nslides".getBytes(StandardCharsets.ISO_8859_1);
    private static final TenantId OTHER = new TenantId("other");

    @TempDir
    private Path folder;

    private final InMemoryArtifactStore store = new InMemoryArtifactStore();
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
    void storesTheFileAndSaysWhatItIsByItsContent() throws IOException {
        UploadRecord upload = receive("My talk (final).txt", PDF, null);

        assertThat(upload.file())
                .isEqualTo(new UploadRecord.File("My talk (final).txt", "application/pdf", PDF.length, Sha256.of(PDF)));
        assertThat(upload.address().name()).isEqualTo("My_talk_final_.txt");
        assertThat(upload.expiresAt()).isEqualTo(Jobs.NOW.plus(Duration.ofHours(24)));
        try (InputStream content = store.open(upload.key())) {
            assertThat(content.readAllBytes()).isEqualTo(PDF);
        }
        assertThat(leftBehind()).isZero();
    }

    @Test
    void refusesAFileThatIsTooLargeWithoutKeepingAnyOfIt() {
        refused(ErrorCode.PAYLOAD_TOO_LARGE, new byte[1_001], null);
        refused(ErrorCode.VALIDATION_FAILED, new byte[0], null);

        assertThat(store.list("", "", 10)).isEmpty();
        assertThat(leftBehind()).isZero();
    }

    @Test
    void theSameRequestAgainMakesNoSecondUpload() throws IOException {
        UploadRecord first = receive("a.pdf", PDF, "key-1");

        assertThat(receive("a.pdf", PDF, "key-1").address()).isEqualTo(first.address());
        assertThat(receive("a.pdf", PDF, null).address()).isNotEqualTo(first.address());
        refused(ErrorCode.IDEMPOTENCY_KEY_REUSED, new byte[] {1}, "key-1");
    }

    @Test
    void aTenantHasNotMoreFilesThanAllowedThatNoJobNames() throws IOException {
        UploadRecord one = receive("a.pdf", PDF, null);
        receive("b.pdf", PDF, null);
        refused(ErrorCode.UPLOADS_FULL, PDF, null);

        assertThat(new Uploads(uploads, properties(), new ConditionalUpdate(lost -> {}), clock())
                        .claim(Jobs.TENANT, one.address()))
                .isTrue();
        assertThat(receive("c.pdf", PDF, null).stored()).isTrue();
    }

    @Test
    void onlyItsTenantCanNameAFileAndOnlyAsItIsCalled() throws IOException {
        UploadRecord upload = receive("a.pdf", PDF, null);
        Uploads keeper = new Uploads(uploads, properties(), new ConditionalUpdate(lost -> {}), clock());

        assertThat(keeper.claim(OTHER, upload.address())).isFalse();
        assertThat(keeper.claim(Jobs.TENANT, UploadAddress.of(upload.address().id(), "b.pdf")))
                .isFalse();
        assertThat(keeper.claim(Jobs.TENANT, upload.address())).isTrue();
    }

    @Test
    void refusesAFileWhileAsManyAsItMayTakeAreComingIn() throws IOException {
        UploadReception reception = reception(1);
        InputStream slow = new ByteArrayInputStream(PDF) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                assertRefused(
                        () -> reception.receive(Jobs.TENANT, "b.pdf", new ByteArrayInputStream(PDF), null),
                        ErrorCode.UPLOADS_FULL);
                return super.read(into, from, length);
            }
        };

        assertThat(reception.receive(Jobs.TENANT, "a.pdf", slow, null).stored()).isTrue();

        assertThat(reception
                        .receive(Jobs.TENANT, "b.pdf", new ByteArrayInputStream(PDF), null)
                        .stored())
                .isTrue();
    }

    @Test
    void aFileThatFailedMakesRoomForTheNextOne() throws IOException {
        UploadReception reception = reception(1);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the client went away");
            }
        };

        assertThatThrownBy(() -> reception.receive(Jobs.TENANT, "a.pdf", broken, null))
                .hasMessage("the client went away");

        assertThat(leftBehind()).isZero();
        assertThat(reception
                        .receive(Jobs.TENANT, "a.pdf", new ByteArrayInputStream(PDF), null)
                        .stored())
                .isTrue();
    }

    @Test
    void whatNeverReachedTheStoreIsSentAnewByTheSameRequest() throws IOException {
        store.goAway();
        assertThatThrownBy(() -> receive("a.pdf", PDF, "key-1")).isInstanceOf(ArtifactStoreException.class);
        store.comeBack();

        UploadRecord again = receive("a.pdf", PDF, "key-1");

        assertThat(again.stored()).isTrue();
        assertThat(store.keys()).containsExactly(again.key());
        assertThat(uploads.findByIdempotencyKey("default:key-1")).contains(again);
    }

    private UploadReception reception(int maxConcurrent) {
        UploadProperties properties = new UploadProperties(1_000, maxConcurrent, 10, Duration.ofHours(24), folder);
        return new UploadReception(uploads, store, properties, Quotas.none(records), clock(), Ticker.SYSTEM);
    }

    private UploadRecord receive(String name, byte[] body, @Nullable String key) throws IOException {
        return new UploadReception(uploads, store, properties(), Quotas.none(records), clock(), Ticker.SYSTEM)
                .receive(Jobs.TENANT, name, new ByteArrayInputStream(body), key);
    }

    private void refused(ErrorCode code, byte[] body, @Nullable String key) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> receive("a.pdf", body, key))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private long leftBehind() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UploadProperties properties() {
        return new UploadProperties(1_000, 8, 2, Duration.ofHours(24), folder);
    }

    private static Clock clock() {
        return Clock.fixed(Jobs.NOW, ZoneOffset.UTC);
    }
}
