package io.eventjobs.worker.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.document.fixture.Pdfs;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.SessionHarness;
import io.eventjobs.worker.session.fixture.Sessions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checkpoints that an interrupted, restarted or replayed session uses. */
class SessionCheckpointTest {
    private static final String SRT = "1\n00:00:01,000 --> 00:00:03,000\nHello everyone.\n";

    @TempDir
    private Path folder;

    private SessionHarness harness;

    @BeforeEach
    void start() throws IOException {
        harness = new SessionHarness(folder);
        harness.host
                .servesPage("/talk", Pages.talk())
                .serves("/s.pdf", "application/pdf", Pdfs.slides("First slide", "Second slide"))
                .serves("/talk.srt", "text/plain", SRT);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void continuesAfterAnInterruptWithoutRepeatingSteps() throws Exception {
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> harness.perform(session(), ProgressStep.PACKAGING, () -> Thread.currentThread()
                        .interrupt()));
        harness.perform(session());

        assertThat(harness.host.asked()).containsExactly("/talk", "/s.pdf", "/talk.vtt", "/talk.srt");
        assertThat(harness.drawn()).isEqualTo(2);
        assertThat(reuses()).hasSize(4);
    }

    @Test
    void continuesAfterAStoreFailureWithTheSameBytes() throws Exception {
        JobResults whole = harness.perform(session());
        List<byte[]> expected = contents(whole);
        harness.onJob("job-2");

        assertThatExceptionOfType(ArtifactStoreException.class)
                .isThrownBy(() -> harness.perform(session(), ProgressStep.UPLOADING, harness.store::goAway));
        harness.store.comeBack();
        JobResults results = harness.perform(session());

        assertThat(results).isEqualTo(whole);
        assertThat(contents(results)).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void logsReusedSteps() throws Exception {
        harness.perform(session());
        harness.restarted().perform(session());

        assertThat(reuses())
                .satisfiesExactly(
                        page -> assertThat(page).contains("Fetch re-used from a checkpoint of 20", "/talk"),
                        deck -> assertThat(deck).contains("Fetch re-used from a checkpoint of 20", "/s.pdf"),
                        slides -> assertThat(slides).contains("Slides re-used from a checkpoint of 20", "/s.pdf"),
                        spoken -> assertThat(spoken).contains("Fetch re-used from a checkpoint of 20", "/talk.srt"));
    }

    @Test
    void takesOverTheAddressThatAnsweredAndTheWordsOfTheHost() throws Exception {
        harness.host
                .redirects("/short", "/there/talk")
                .serves(
                        "/there/talk",
                        "text/html; charset=iso-8859-7",
                        Pages.talk(Pages.link("paper.pdf", "Ελλάδα")).getBytes(Charset.forName("iso-8859-7")));
        Sessions session = Sessions.at(harness.host.address("/short"));

        String first = harness.text(harness.perform(session).markdown());
        String second = harness.text(harness.restarted().perform(session).markdown());

        assertThat(second).isEqualTo(first).contains(harness.host.address("/there/paper.pdf"), "Ελλάδα");
        assertThat(harness.host.asked()).containsExactly("/short", "/there/talk");
    }

    @Test
    void doesAllAgainInARestartWithoutCache() throws Exception {
        harness.perform(session());
        harness.host.servesPage("/talk", Pages.talk().replace("Great Hall", "Small Hall"));

        JobResults again = harness.restarted().perform(session().withoutCache());

        assertThat(harness.host.asked()).hasSize(8);
        assertThat(harness.drawn()).isEqualTo(4);
        assertThat(reuses()).isEmpty();
        assertThat(again.metadata()).containsEntry("room", "Small Hall");
    }

    @Test
    void continuesFromItsOwnRunEvenWithoutCache() throws Exception {
        harness.perform(session());
        harness.restarted();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() ->
                        harness.perform(session().withoutCache(), ProgressStep.PACKAGING, () -> Thread.currentThread()
                                .interrupt()));
        harness.perform(session().withoutCache());

        assertThat(harness.host.asked()).hasSize(8);
        assertThat(harness.drawn()).isEqualTo(4);
    }

    @Test
    void laterRunsUseTheResultsOfARunWithoutCache() throws Exception {
        harness.perform(session());
        harness.host.servesPage("/talk", Pages.talk().replace("Great Hall", "Small Hall"));
        harness.restarted().perform(session().withoutCache());

        JobResults third = harness.restarted().perform(session());

        assertThat(harness.host.asked()).hasSize(8);
        assertThat(third.metadata()).containsEntry("room", "Small Hall");
    }

    @Test
    void sharesRenderedSlidesAmongTheJobsOfATenantWhereverTheyAreFrom() throws Exception {
        harness.perform(session());
        harness.host
                .serves("/a.pdf", "application/pdf", Pdfs.slides("Before"))
                .servesPage("/talk", Pages.talk(Pages.link("/s.pdf", "Slides")));

        JobResults other = harness.onJob("job-2")
                .later(Duration.ofHours(1))
                .perform(harness.talk().withSlides(harness.host.address("/a.pdf")));

        assertThat(other.assets()).hasSize(6);
        assertThat(harness.text(other.markdown()))
                .containsSubsequence(
                        "Slide 1: Before", "slide_001.jpg", "Slide 2: First slide", "slide_002.jpg", "slide_003.jpg");
        assertThat(harness.drawn()).isEqualTo(3);
    }

    @Test
    void doesNotShareWithAnotherTenant() throws Exception {
        harness.perform(session());
        harness.forTenant("other").perform(session());

        assertThat(harness.host.asked()).hasSize(8);
        assertThat(harness.drawn()).isEqualTo(4);
        assertThat(reuses()).isEmpty();
    }

    @Test
    void fetchesAnEmptyPageAgain() throws Exception {
        harness.host.servesPage("/talk", Pages.empty());
        assertThat(harness.failure(session()).code()).isEqualTo(FailureCode.EMPTY_PAGE);
        harness.host.servesPage("/talk", Pages.talk());

        JobResults results = harness.restarted().perform(session());

        assertThat(results.metadata()).containsEntry("room", "Great Hall");
    }

    @Test
    void asksAgainForSlidesAndSubtitlesThatWereNotThere() throws Exception {
        Sessions session = harness.talk()
                .withSlides(harness.host.address("/late.pdf"))
                .withVideo(harness.host.address("/late.webm"));
        JobResults first = harness.perform(session);
        harness.host.serves("/late.pdf", "application/pdf", Pdfs.slides("Late")).serves("/late.srt", "text/plain", SRT);

        JobResults second = harness.restarted().perform(session);

        assertThat(first.warnings()).hasSize(2);
        assertThat(second.warnings()).isEmpty();
        assertThat(second.assets()).hasSize(2);
    }

    @Test
    void asksAgainForSlidesThatTurnedOutToBeNone() throws Exception {
        Sessions session = harness.talk().withSlides(harness.host.address("/deck"));
        harness.host.servesPage("/deck", "<!doctype html><p>log in first");
        harness.perform(session);
        harness.host.serves("/deck", "application/pdf", Pdfs.slides("Now"));

        assertThat(harness.restarted().perform(session).assets()).hasSize(2);
    }

    @Test
    void repeatsStepsWithDamagedCheckpoints() throws Exception {
        JobResults first = harness.perform(session());
        harness.store.keys().stream()
                .filter(key -> key.contains("/checkpoints/"))
                .forEach(key -> harness.store.put(key, new byte[] {'x'}, "application/json"));

        JobResults second = harness.restarted().perform(session());
        JobResults third = harness.restarted().perform(session());

        assertThat(second).isEqualTo(first).isEqualTo(third);
        assertThat(harness.host.asked()).hasSize(8);
        assertThat(harness.drawn()).isEqualTo(4);
        assertThat(reuses()).hasSize(4);
    }

    private Sessions session() {
        return harness.talk().withSlides(harness.host.address("/s.pdf")).withVideo(harness.host.address("/talk.webm"));
    }

    private List<String> reuses() {
        Predicate<String> says = line -> line.contains("re-used from a checkpoint");
        return harness.execution().log().stream().filter(says).toList();
    }

    private List<byte[]> contents(JobResults results) {
        return results.files().map(harness::bytes).toList();
    }
}
