package io.eventjobs.gateway.upload;

import static io.eventjobs.gateway.Requests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.Requests;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.gateway.mongo.UploadRecord;
import io.eventjobs.gateway.mongo.UploadRecords;
import io.eventjobs.gateway.quota.Quotas;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.eventjobs.gateway.upload.UploadController.UploadView;
import io.eventjobs.gateway.web.Success;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.job.UploadId;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

class UploadControllerTest {
    private static final byte[] PDF = "%PDF-1.4\nslides".getBytes(StandardCharsets.ISO_8859_1);
    private static final Duration RETENTION = Duration.ofHours(24);
    private static final String NO_NAME = "filename: must be a file name without a path, of at most 300 characters";

    @TempDir
    private Path folder;

    private final InMemoryArtifactStore store = new InMemoryArtifactStore();
    private final ManualTime time = new ManualTime();
    private Records records;
    private UploadRecords uploads;
    private UploadController controller;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        uploads = records.uploads();
        controller = new UploadController(
                new UploadReception(uploads, store, properties(), Quotas.none(records), time, time),
                uploads,
                new UploadRemoval(uploads, records.jobs(), store, RETENTION),
                time);
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void saysWhereTheFileIsAndHowJobsNameIt() throws IOException {
        ResponseEntity<Success<UploadView>> response = upload("My slides.pdf", PDF, null);

        UploadView view = Objects.requireNonNull(response.getBody()).data();
        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(response.getHeaders().getLocation())
                .isEqualTo(URI.create("/api/event-job/uploads/" + view.uploadId()));
        assertThat(view)
                .isEqualTo(new UploadView(
                        view.uploadId(),
                        "upload:" + view.uploadId() + "/My_slides.pdf",
                        "My slides.pdf",
                        "application/pdf",
                        PDF.length,
                        Sha256.of(PDF),
                        Jobs.NOW,
                        Jobs.NOW.plus(RETENTION)));
        assertThat(controller.get(Requests.CALLER, view.uploadId()).data()).isEqualTo(view);
    }

    @Test
    void blanksAroundANameMeanNothing() throws IOException {
        assertThat(uploaded("  slides.pdf ").filename()).isEqualTo("slides.pdf");
    }

    @Test
    void aNameMayHaveThreeHundredCharactersAndNoMore() throws IOException {
        assertThat(uploaded("x".repeat(296) + ".pdf").filename()).hasSize(300);
        assertRefused(() -> uploaded("x".repeat(297) + ".pdf"), ErrorCode.INVALID_PARAMETER, NO_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b.pdf", "a\\b.pdf", "../a.pdf", "a\nb.pdf", "a\u0000.pdf", "a\u007f.pdf"})
    void whatIsNoNameOfAFileIsRefused(String name) {
        assertRefused(() -> uploaded(name), ErrorCode.INVALID_PARAMETER, NO_NAME);
        assertThat(store.keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=x", "Multipart/Mixed"})
    void aFormIsNotTheContentOfAFile(String type) {
        MockHttpServletRequest form = Requests.post(PDF);
        form.setContentType(type);

        assertRefused(
                () -> controller.create(Requests.CALLER, form, "slides.pdf", null),
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                "The body must be the content of the file (curl --data-binary @slides.pdf), not a form.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "", "Größe"})
    void aKeyThatCannotBeUsedIsRefused(String key) {
        assertRefused(
                () -> upload("slides.pdf", PDF, key),
                ErrorCode.INVALID_PARAMETER,
                "Idempotency-Key: must have 1 to 200 visible ASCII characters");
    }

    @Test
    void aBodyThatSaysItselfThatItIsTooLargeIsNotRead() {
        MockHttpServletRequest large = new MockHttpServletRequest("POST", "/") {
            @Override
            public long getContentLengthLong() {
                return 1_001;
            }

            @Override
            public ServletInputStream getInputStream() {
                throw new AssertionError("it was read");
            }
        };

        assertRefused(
                () -> controller.create(Requests.CALLER, large, "slides.pdf", null),
                ErrorCode.PAYLOAD_TOO_LARGE,
                "The file has more than the allowed 1000 bytes.");
    }

    @Test
    void aFileOfTheLargestSizeIsTaken() throws IOException {
        assertThat(Objects.requireNonNull(upload("a.bin", new byte[1_000], null).getBody())
                        .data()
                        .bytes())
                .isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload-unknown", "../x", ""})
    void whatIsNotThereIsNotFound(String id) {
        assertRefused(() -> controller.get(Requests.CALLER, id), ErrorCode.UPLOAD_NOT_FOUND);
        assertRefused(() -> controller.delete(Requests.CALLER, id), ErrorCode.UPLOAD_NOT_FOUND);
    }

    @Test
    void theFileOfAnotherTenantIsNotFound() throws IOException {
        String id = uploaded("slides.pdf").uploadId();

        assertRefused(() -> controller.get(Requests.STRANGER, id), ErrorCode.UPLOAD_NOT_FOUND);
        assertRefused(() -> controller.delete(Requests.STRANGER, id), ErrorCode.UPLOAD_NOT_FOUND);
        assertThat(store.keys()).hasSize(1);
    }

    @Test
    void aFileThatIsOnItsWayInOrOutIsNotFound() throws IOException {
        UploadRecord upload = stored(uploaded("slides.pdf").uploadId());
        uploads.store(upload, upload.with(false));

        assertRefused(
                () -> controller.get(Requests.CALLER, upload.address().id().value()), ErrorCode.UPLOAD_NOT_FOUND);
    }

    @Test
    void deletesAFileThatNoJobNames() throws IOException {
        String id = uploaded("slides.pdf").uploadId();

        assertThat(controller.delete(Requests.CALLER, id).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(store.keys()).isEmpty();
        assertThat(uploads.find(new UploadId(id))).isEmpty();
    }

    @Test
    void aFileThatAJobIsAboutToNameIsKept() throws IOException {
        UploadRecord upload = stored(uploaded("slides.pdf").uploadId());
        new Uploads(uploads, properties(), new ConditionalUpdate(lost -> {}), time)
                .claim(Jobs.TENANT, upload.address());

        assertRefused(
                () -> controller.delete(Requests.CALLER, upload.address().id().value()), ErrorCode.UPLOAD_NAMED);

        time.pass(Duration.ofSeconds(61));
        assertThat(controller
                        .delete(Requests.CALLER, upload.address().id().value())
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
    }

    private UploadView uploaded(String name) throws IOException {
        return Objects.requireNonNull(upload(name, PDF, null).getBody()).data();
    }

    private ResponseEntity<Success<UploadView>> upload(String name, byte[] body, @Nullable String key)
            throws IOException {
        return controller.create(Requests.CALLER, Requests.post(body), name, key);
    }

    private UploadRecord stored(String id) {
        return uploads.find(new UploadId(id)).orElseThrow();
    }

    private UploadProperties properties() {
        return new UploadProperties(1_000, 8, 100, RETENTION, folder);
    }
}
