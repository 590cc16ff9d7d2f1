package io.eventjobs.worker.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.fixture.Pdfs;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.StoredFile;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.SessionHarness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionWorkTest {
    private static final String VTT =
            "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nHello everyone.\n\n00:00:03.000 --> 00:00:05.000\nWelcome <b>here</b>.\n";

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
    void turnsAPageIntoADocumentAndAZip() throws Exception {
        harness.host.servesPage("/talk", Pages.talk());

        JobResults results = harness.perform(harness.talk());

        assertThat(results.warnings()).isEmpty();
        assertThat(results.markdown().path()).isEqualTo("Example Conf 2026/en/General/How to test.md");
        assertThat(results.archive().path()).isEqualTo("How to test.zip");
        assertThat(harness.text(results.markdown())).contains(Pages.ABSTRACT).doesNotContain("Tickets", "Imprint");
        assertThat(results.metadata())
                .containsEntry("title", "How to test: a talk")
                .containsEntry("room", "Great Hall")
                .containsEntry("start", "10:00")
                .containsEntry("speakers", List.of("Ada Example", "Bo Muster"))
                .containsEntry("language", "en");
    }

    @Test
    void listsExactlyTheStoredFilesWithSizeAndHash() throws Exception {
        harness.host.servesPage("/talk", Pages.talk()).serves("/s.pdf", "application/pdf", Pdfs.slides("one"));

        JobResults results = harness.perform(harness.talk().withSlides(harness.host.address("/s.pdf")));

        assertThat(harness.stored())
                .containsExactlyInAnyOrderElementsOf(
                        results.files().map(harness::key).toList());
        results.files().forEach(file -> {
            assertThat(file.bytes()).isEqualTo(harness.bytes(file).length);
            assertThat(file.sha256()).isEqualTo(sha256(harness.bytes(file)));
        });
    }

    @Test
    void goesThroughTheStepsThatTheSessionNeedsInOrder() throws Exception {
        harness.host
                .servesPage("/talk", Pages.talk())
                .serves("/s.pdf", "application/pdf", Pdfs.slides("one"))
                .serves("/v.vtt", "text/vtt", VTT);

        harness.perform(harness.talk()
                .withSlides(harness.host.address("/s.pdf"))
                .withVideo(harness.host.address("/v.av1.webm")));

        assertThat(harness.execution().steps())
                .containsExactly(
                        ProgressStep.FETCHING_PAGE,
                        ProgressStep.EXTRACTING_PAGE,
                        ProgressStep.FETCHING_ATTACHMENTS,
                        ProgressStep.RENDERING_SLIDES,
                        ProgressStep.TRANSCRIBING,
                        ProgressStep.WRITING_MARKDOWN,
                        ProgressStep.PACKAGING,
                        ProgressStep.UPLOADING);
    }

    @Test
    void showsSlidesAndTranscript() throws Exception {
        harness.host
                .servesPage(
                        "/talk",
                        Pages.talk(Pages.link("/s.pdf", "Slides (PDF)"), Pages.link("/talk.en.vtt", "Subtitles (VTT)")))
                .serves("/s.pdf", "application/pdf", Pdfs.slides("First slide", "Second slide"))
                .serves("/talk.en.vtt", "text/vtt", VTT);

        JobResults results = harness.perform(harness.talk().withVideo(harness.host.address("/talk.webm")));

        assertThat(results.warnings()).isEmpty();
        assertThat(results.assets())
                .extracting(StoredFile::path)
                .containsExactly(
                        "Example Conf 2026/assets/How to test/slide_001.jpg",
                        "Example Conf 2026/assets/How to test/slide_001_small.jpg",
                        "Example Conf 2026/assets/How to test/slide_002.jpg",
                        "Example Conf 2026/assets/How to test/slide_002_small.jpg");
        assertThat(harness.text(results.markdown()))
                .contains("![Slide 2](../../assets/How%20to%20test/slide_002.jpg)", "### Slide 2: Second slide\n")
                .contains("[00:00:01](" + harness.host.address("/talk.webm") + "#t=1) Hello everyone. Welcome here.");
        assertThat(results.metadata()).containsEntry("slide_count", 2);
    }

    @Test
    void keepsTheBeginningOfAnAbstractForSearches() throws Exception {
        harness.host.servesPage("/talk", Pages.talk("<p>" + "Wörter über Wörter. ".repeat(100) + "</p>"));

        JobResults results = harness.perform(harness.talk());

        assertThat(String.valueOf(results.metadata().get("abstract")))
                .startsWith(Pages.ABSTRACT)
                .doesNotContain("\n", "\ufffd")
                .satisfies(text ->
                        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1_000, 1_024));
    }

    @Test
    void findsSubtitlesNextToTheVideoWithoutWarnings() throws Exception {
        harness.host
                .servesPage("/talk", Pages.talk())
                .serves("/v/talk.srt", "text/plain", VTT.replace("WEBVTT\n\n", ""));

        JobResults results = harness.perform(harness.talk().withVideo(harness.host.address("/v/talk.av1.webm")));

        assertThat(harness.host.asked()).containsSubsequence("/v/talk.vtt", "/v/talk.srt");
        assertThat(results.warnings()).isEmpty();
        assertThat(harness.text(results.markdown())).contains("Hello everyone.");
    }

    @Test
    void warnsOfAVideoWithoutSubtitles() throws Exception {
        harness.host.servesPage("/talk", Pages.talk());

        JobResults results = harness.perform(harness.talk().withVideo(harness.host.address("/talk.webm")));

        assertThat(results.warnings())
                .singleElement()
                .asString()
                .startsWith("No transcript:")
                .contains("no speech recognition");
    }

    @Test
    void usesAGivenTranscriptBeforeAnyOther() throws Exception {
        harness.host.servesPage("/talk", Pages.talk()).serves("/talk.vtt", "text/vtt", VTT);

        JobResults results = harness.perform(
                harness.talk().withVideo(harness.host.address("/talk.webm")).withTranscript("I said this."));

        assertThat(harness.text(results.markdown())).contains("I said this.").doesNotContain("Hello everyone");
        assertThat(harness.host.asked()).containsExactly("/talk");
    }

    @Test
    void readsALongTranscriptFromTheStore() throws Exception {
        harness.host.servesPage("/talk", Pages.talk());
        harness.store.put("default/inputs/t", "I said much.".getBytes(StandardCharsets.UTF_8), "text/plain");

        JobResults results = harness.perform(harness.talk().withStoredTranscript("default/inputs/t"));

        assertThat(harness.text(results.markdown())).contains("I said much.");
    }

    @Test
    void warnsWhenAStoredTranscriptIsGone() throws Exception {
        harness.host.servesPage("/talk", Pages.talk());

        JobResults results = harness.perform(harness.talk().withStoredTranscript("default/inputs/gone"));

        assertThat(results.warnings()).anyMatch(warning -> warning.contains("no longer stored"));
    }

    @Test
    void completesUntranslatedWithAWarning() throws Exception {
        harness.host.servesPage("/talk", Pages.talk());

        JobResults results = harness.perform(harness.talk().wantedIn("de"));

        assertThat(results.warnings()).singleElement().asString().contains("Not translated to de");
        assertThat(results.markdown().path()).startsWith("Example Conf 2026/en/");
        assertThat(harness.text(results.markdown()))
                .contains(
                        "\ntranslated: false\n",
                        "target_language: \"de\"\n",
                        "language: \"en\"\n",
                        "Not translated to de");
    }

    @Test
    void prefersTheRequestAndNamesEachSource() throws Exception {
        harness.host.servesPage("/talk", Pages.talk());

        JobResults results = harness.perform(harness.talk().by("Grace Given").inTrack("Chosen"));

        assertThat(results.metadata())
                .containsEntry("speakers", List.of("Grace Given"))
                .containsEntry("track", "Chosen");
        assertThat(results.metadata().get("sources"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("speakers", "request")
                .containsEntry("room", "label");
    }

    @Test
    void succeedsWhenThePageFailsTwice() throws Exception {
        harness.host.failsAtFirst("/talk", 503, 2, Pages.talk());

        assertThat(harness.text(harness.perform(harness.talk()).markdown())).contains(Pages.ABSTRACT);
    }

    @Test
    void completesWithAWarningWhenThereAreFactsButNoAbstract() throws Exception {
        harness.host.servesPage("/talk", Pages.factsOnly());

        JobResults results = harness.perform(harness.talk());

        assertThat(results.warnings()).singleElement().asString().contains("no abstract");
        assertThat(harness.text(results.markdown())).contains("**Room:** Great Hall");
    }

    @Test
    void boundsTheResultsOfAHostilePage() throws Exception {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            links.append(Pages.link("/x" + "y".repeat(1_500) + i + ".zip", "z".repeat(500)));
        }
        harness.host.servesPage("/talk", Pages.talk(links.toString()));

        JobResults results = harness.perform(harness.talk());

        assertThat(results.metadata().toString().length()).isLessThan(60_000);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
