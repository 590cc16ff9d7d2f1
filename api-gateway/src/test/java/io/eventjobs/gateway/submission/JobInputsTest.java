package io.eventjobs.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.webhook.RecordedWebhooks;
import io.eventjobs.gateway.webhook.WebhookDraft;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobParameters;
import io.eventjobs.model.job.NoopParameters;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.job.UploadAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobInputsTest {
    private static final JobId ID = Jobs.pending().id();
    private static final String KEY = "default/inputs/" + ID + "/video_transcript.txt";

    private SubmissionHarness gateway;

    @BeforeEach
    void open() throws InterruptedException {
        gateway = new SubmissionHarness();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void jobsThatNameNoUploadsNeedNone() {
        JobDraft session = draft(session(SessionParameters.Material.NONE, null), null);

        assertThatCode(() -> gateway.inputs().claim(Jobs.TENANT, List.of(session), place -> ""))
                .doesNotThrowAnyException();
    }

    @Test
    void everyFieldThatNamesAnUnknownUploadIsTold() {
        gateway.uploads.add("upload:upload-1/slides.pdf");
        JobDraft good = draft(material(null, "upload:upload-1/slides.pdf"), null);
        JobDraft bad = draft(material("upload:upload-2/talk.mp4", "upload:upload-1/other.pdf"), null);

        ApiException refusal = catchThrowableOfType(ApiException.class, () -> gateway.inputs()
                .claim(Jobs.TENANT, List.of(good, bad), place -> "jobs[" + place + "]."));

        assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(refusal.faults())
                .containsExactly(
                        new FieldFault("jobs[1].video_url", "unknown upload: upload:upload-2/talk.mp4"),
                        new FieldFault("jobs[1].attachments_url", "unknown upload: upload:upload-1/other.pdf"));
    }

    @Test
    void anUploadThatManyJobsNameIsClaimedOnce() {
        List<UploadAddress> claimed = new ArrayList<>();
        JobInputs inputs = new JobInputs(
                gateway.store, (tenant, upload) -> claimed.add(upload), (tenant, hash) -> {}, new RecordedWebhooks());
        JobDraft draft = draft(material(null, "upload:upload-1/slides.pdf"), null);

        inputs.claim(Jobs.TENANT, List.of(draft, draft, draft), place -> "");

        assertThat(claimed).hasSize(1);
    }

    @Test
    void aLongTranscriptIsInItsPlaceBeforeTheJobIs() throws IOException {
        JobParameters stored =
                stored(draft(session(SessionParameters.Material.NONE, null), "Grüße und ein langer Text"));

        assertThat(((SessionParameters) stored).videoTranscriptKey()).isEqualTo(KEY);
        assertThat(content(KEY)).isEqualTo("Grüße und ein langer Text");
        assertThat(gateway.store.find(KEY).orElseThrow().contentType()).isEqualTo("text/plain; charset=utf-8");
    }

    @Test
    void aJobWithoutATranscriptStoresNothing() {
        SessionParameters session = session(SessionParameters.Material.NONE, null);

        assertThat(stored(draft(session, null))).isEqualTo(session);
        assertThat(gateway.store.keys()).isEmpty();
    }

    @Test
    void theWebhookOfAJobIsInItsPlaceBeforeTheJobIs() {
        JobDraft draft = new JobDraft(
                "A job",
                session(SessionParameters.Material.NONE, null),
                null,
                null,
                new WebhookDraft("https://example.com/hook", null, null, List.of(), false, false),
                List.of());

        stored(draft);

        assertThat(gateway.webhooks.addresses()).containsExactly(Map.entry(ID.value(), "https://example.com/hook"));
    }

    @Test
    void aShortTranscriptStaysInTheJob() {
        SessionParameters session = session(new SessionParameters.Material(null, null, "Good bye.", null), null);

        assertThat(stored(draft(session, null))).isEqualTo(session);
        assertThat(gateway.store.keys()).isEmpty();
    }

    @Test
    void theTranscriptOfAnotherJobIsCopiedSinceItGoesWithThatJob() throws IOException {
        String other = "default/inputs/job-other/video_transcript.txt";
        gateway.store.put(other, "Good bye.".getBytes(StandardCharsets.UTF_8), "text/plain");

        SessionParameters stored = (SessionParameters) stored(draft(ofAnotherJob(other), null));
        gateway.store.delete(List.of(other));

        assertThat(stored.videoTranscriptKey()).isEqualTo(KEY);
        assertThat(content(KEY)).isEqualTo("Good bye.");
    }

    @Test
    void aTranscriptThatIsGoneIsLeftToTheWorkerToSay() {
        String gone = "default/inputs/job-other/video_transcript.txt";

        assertThat(((SessionParameters) stored(draft(ofAnotherJob(gone), null))).videoTranscriptKey())
                .isEqualTo(gone);
        assertThat(gateway.store.keys()).isEmpty();
    }

    @Test
    void aStoreThatIsAwayKeepsTheJobFromBeingStored() {
        gateway.store.goAway();

        assertThatExceptionOfType(ArtifactStoreException.class)
                .isThrownBy(() -> stored(draft(session(SessionParameters.Material.NONE, null), "long")));
        assertThatExceptionOfType(ArtifactStoreException.class)
                .isThrownBy(() -> stored(draft(ofAnotherJob("default/inputs/a/b.txt"), null)));
    }

    @Test
    void aTemplateThatIsNotBuiltInIsPublished() {
        stored(draft(session(SessionParameters.Material.NONE, "hash of mine"), null));
        stored(draft(session(SessionParameters.Material.NONE, null), null));

        assertThat(gateway.publishedTemplates).containsExactly("hash of mine");
    }

    @Test
    void otherJobsAreStoredAsTheyAre() {
        NoopParameters nothing = new NoopParameters("load", 5);

        assertThat(stored(draft(nothing, null))).isSameAs(nothing);
    }

    private JobParameters stored(JobDraft draft) {
        return gateway.inputs().stored(Jobs.TENANT, ID, draft);
    }

    private String content(String key) throws IOException {
        return new String(gateway.store.open(key).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static JobDraft draft(JobParameters parameters, @Nullable String longTranscript) {
        return new JobDraft("A job", parameters, null, longTranscript, null, List.of());
    }

    private static SessionParameters material(@Nullable String video, @Nullable String attachments) {
        return session(new SessionParameters.Material(video, attachments, null, null), null);
    }

    private static SessionParameters ofAnotherJob(String key) {
        return session(new SessionParameters.Material(null, null, null, key), null);
    }

    private static SessionParameters session(SessionParameters.Material material, @Nullable String templateHash) {
        return new SessionParameters(
                "FOSDEM 2025",
                "Closing",
                "https://example.org/closing",
                "closing.md",
                "Keynotes",
                new SessionParameters.Languages("en", "de", null),
                SessionParameters.Slot.UNKNOWN,
                List.of(),
                material,
                SessionParameters.Announcement.NONE,
                new SessionParameters.Writing("Session", templateHash, null),
                true);
    }
}
