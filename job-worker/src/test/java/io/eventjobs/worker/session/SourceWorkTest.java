package io.eventjobs.worker.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.fixture.Pdfs;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.SourceParameters;
import io.eventjobs.model.job.StoredFile;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.SessionHarness;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceWorkTest {
    private static final String VTT = "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nHello everyone.\n";

    @TempDir
    private Path folder;

    private SessionHarness harness;

    @BeforeEach
    void start() throws IOException {
        harness = new SessionHarness(folder);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void aPageKeepsItsTitleAndNothingElseIsFetched() throws Exception {
        harness.host.servesPage("/talk", Pages.talk(Pages.link("/s.pdf", "Slides (PDF)")));

        JobResults results = harness.perform(page("/talk"));

        assertThat(results.warnings()).isEmpty();
        assertThat(harness.execution().steps())
                .doesNotContain(ProgressStep.FETCHING_ATTACHMENTS, ProgressStep.TRANSCRIBING);
        assertThat(results.markdown().path()).isEqualTo("127.0.0.1/en/General/talk.md");
        assertThat(results.archive().path()).isEqualTo("talk.zip");
        assertThat(harness.text(results.markdown()))
                .contains("# How to test: a talk", Pages.ABSTRACT, harness.host.address("/s.pdf"))
                .doesNotContain("event:", "track: \"General\"");
    }

    @Test
    void aPageIsStoredInItsEventsFolderUnderTheGivenTitle() throws Exception {
        harness.host.servesPage("/talk", Pages.talk());

        JobResults results = harness.perform(new SourceParameters(
                JobType.PAGE, harness.host.address("/talk"), "Conf", "Rust", "My title", "mine.md", "en", "en", true));

        assertThat(results.markdown().path()).isEqualTo("Conf/en/Rust/mine.md");
        assertThat(harness.text(results.markdown())).contains("# My title");
    }

    @Test
    void aDocumentBecomesTextAndImages() throws Exception {
        harness.host.serves("/s.pdf", "application/pdf", Pdfs.slides("First slide", "Second slide"));

        JobResults results = harness.perform(document("/s.pdf"));

        assertThat(results.assets())
                .extracting(StoredFile::path)
                .contains("127.0.0.1/assets/source/slide_001.jpg", "127.0.0.1/assets/source/slide_002.jpg");
        assertThat(harness.text(results.markdown())).contains("First slide", "Second slide");
        assertThat(harness.execution().steps()).doesNotContain(ProgressStep.FETCHING_PAGE);
    }

    @Test
    void aMissingDocumentFailsLikeAMissingPage() {
        assertThat(harness.failure(document("/missing.pdf")).code()).isEqualTo(FailureCode.HTTP_NOT_FOUND);
    }

    @Test
    void anUnsupportedDocumentFailsAndNamesItsKind() {
        harness.host.servesPage("/s.pdf", Pages.talk());

        Failure failure = harness.failure(document("/s.pdf"));

        assertThat(failure.code()).isEqualTo(FailureCode.NO_DOCUMENT);
        assertThat(failure.message()).contains("a web page");
    }

    @Test
    void anUploadedDocumentIsReadWithoutRequests() throws Exception {
        harness.store.put("default/uploads/upload-1/content", Pdfs.slides("First slide"), "application/pdf");

        JobResults results = harness.perform(uploaded("upload:upload-1/s.pdf"));

        assertThat(results.markdown().path()).isEqualTo("uploads/en/General/source.md");
        assertThat(harness.text(results.markdown())).contains("First slide");
    }

    @Test
    void anotherTenantsUploadIsNotFound() {
        harness.store.put("other/uploads/upload-1/content", new byte[] {1}, "application/pdf");

        assertThat(harness.failure(uploaded("upload:upload-1/s.pdf")).code()).isEqualTo(FailureCode.HTTP_NOT_FOUND);
    }

    @Test
    void robotsTxtIsObeyedOnlyIfConfigured() throws Exception {
        harness.host
                .servesPage("/talk", Pages.talk())
                .serves("/robots.txt", "text/plain", "User-agent: *\nDisallow: /talk\n");

        assertThat(harness.perform(page("/talk")).warnings()).isEmpty();
        assertThat(harness.asRobot().failure(page("/talk")).code()).isEqualTo(FailureCode.ROBOTS_REFUSED);
    }

    @Test
    void subtitlesBecomeText() throws Exception {
        harness.host.serves("/talk.vtt", "text/vtt", VTT);

        JobResults results = harness.perform(transcript("/talk.vtt"));

        assertThat(harness.text(results.markdown())).contains("## Transcript", "Hello everyone.");
        assertThat(results.warnings()).isEmpty();
    }

    @Test
    void subtitlesNextToARecordingBecomeItsText() throws Exception {
        harness.host.serves("/talk.vtt", "text/vtt", VTT);

        assertThat(harness.text(harness.perform(transcript("/talk.webm")).markdown()))
                .contains("Hello everyone.");
    }

    @Test
    void aWebPageInPlaceOfSubtitlesIsNamedAndNotTriedAgain() {
        harness.host.serves("/talk.vtt", "text/html", "<!DOCTYPE html><html><body>Sign in first</body></html>");

        Failure failure = harness.failure(transcript("/talk.vtt"));

        assertThat(failure.code()).isEqualTo(FailureCode.NOT_SUBTITLES);
        assertThat(failure.message())
                .contains("/talk.vtt: the file is a web page.")
                .doesNotContain("Sign in");
    }

    @Test
    void whatWasLeftOutOfSubtitlesIsAWarning() throws Exception {
        harness.host.serves(
                "/talk.vtt", "text/vtt", VTT + "\n\nsoon --> later\nLost.\n\n75:10.000 --> 75:12.000\nKept.\n");

        JobResults results = harness.perform(transcript("/talk.vtt"));

        assertThat(harness.text(results.markdown())).contains("Kept.").doesNotContain("Lost.");
        assertThat(results.warnings())
                .containsExactly("Subtitles at " + harness.host.address("/talk.vtt")
                        + ": the time of 1 cue is malformed, so it is left out.");
    }

    @Test
    void anUnreadableRecordingFails() {
        assertThat(harness.failure(transcript("/talk.webm")).code()).isEqualTo(FailureCode.NO_TRANSCRIPT);
    }

    private SourceParameters page(String path) {
        return new SourceParameters(
                JobType.PAGE, harness.host.address(path), null, null, null, "talk.md", "en", "en", true);
    }

    private SourceParameters document(String path) {
        return new SourceParameters(
                JobType.DOCUMENT, harness.host.address(path), null, null, null, "source.md", "en", "en", true);
    }

    private static SourceParameters uploaded(String address) {
        return new SourceParameters(JobType.DOCUMENT, address, null, null, null, "source.md", "en", "en", true);
    }

    private SourceParameters transcript(String path) {
        return new SourceParameters(
                JobType.TRANSCRIPT, harness.host.address(path), null, null, null, "source.md", "en", "en", true);
    }
}
