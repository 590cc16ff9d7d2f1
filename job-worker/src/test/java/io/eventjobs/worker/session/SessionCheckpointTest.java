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

/** What an interrupted, restarted or replayed session goes on from. */
class SessionCheckpointTest {
    private static final String SRT = "1\n00:00:01,000 --> 00:00:03,000\nHello everyone.\n";

    @TempDir
    private Path folder;

    private SessionHarness bench;

    @BeforeEach
    void openBench() throws IOException {
        bench = new SessionHarness(folder);
        bench.host
                .servesPage("/talk", Pages.talk())
                .serves("/s.pdf", "application/pdf", Pdfs.slides("First slide", "Second slide"))
                .serves("/talk.srt", "text/plain", SRT);
    }

    @AfterEach
    void closeBench() {
        bench.close();
    }

    @Test
    void goesOnAfterAnInterruptWithoutFetchingOrRenderingAgain() throws Exception {
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> bench.perform(session(), ProgressStep.PACKAGING, () -> Thread.currentThread()
                        .interrupt()));
        bench.perform(session());

        assertThat(bench.host.asked()).containsExactly("/talk", "/s.pdf", "/talk.vtt", "/talk.srt");
        assertThat(bench.drawn()).isEqualTo(2);
        assertThat(reuses()).hasSize(4);
    }

    @Test
    void goesOnAfterAFailureOfTheStoreAndMakesTheSameBytes() throws Exception {
        JobResults whole = bench.perform(session());
        List<byte[]> expected = contents(whole);
        bench.onJob("job-2");

        assertThatExceptionOfType(ArtifactStoreException.class)
                .isThrownBy(() -> bench.perform(session(), ProgressStep.UPLOADING, bench.store::goAway));
        bench.store.comeBack();
        JobResults results = bench.perform(session());

        assertThat(results).isEqualTo(whole);
        assertThat(contents(results)).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void saysInItsLogWhatItReused() throws Exception {
        bench.perform(session());
        bench.restarted().perform(session());

        assertThat(reuses())
                .satisfiesExactly(
                        page -> assertThat(page).contains("Fetch re-used from a checkpoint of 20", "/talk"),
                        deck -> assertThat(deck).contains("Fetch re-used from a checkpoint of 20", "/s.pdf"),
                        slides -> assertThat(slides).contains("Slides re-used from a checkpoint of 20", "/s.pdf"),
                        spoken -> assertThat(spoken).contains("Fetch re-used from a checkpoint of 20", "/talk.srt"));
    }

    @Test
    void takesOverTheAddressThatAnsweredAndTheWordsOfTheHost() throws Exception {
        bench.host
                .redirects("/short", "/there/talk")
                .serves(
                        "/there/talk",
                        "text/html; charset=iso-8859-7",
                        Pages.talk(Pages.link("paper.pdf", "Ελλάδα")).getBytes(Charset.forName("iso-8859-7")));
        Sessions session = Sessions.at(bench.host.address("/short"));

        String first = bench.text(bench.perform(session).markdown());
        String second = bench.text(bench.restarted().perform(session).markdown());

        assertThat(second).isEqualTo(first).contains(bench.host.address("/there/paper.pdf"), "Ελλάδα");
        assertThat(bench.host.asked()).containsExactly("/short", "/there/talk");
    }

    @Test
    void doesAllAgainInARestartWithoutCache() throws Exception {
        bench.perform(session());
        bench.host.servesPage("/talk", Pages.talk().replace("Great Hall", "Small Hall"));

        JobResults again = bench.restarted().perform(session().withoutCache());

        assertThat(bench.host.asked()).hasSize(8);
        assertThat(bench.drawn()).isEqualTo(4);
        assertThat(reuses()).isEmpty();
        assertThat(again.metadata()).containsEntry("room", "Small Hall");
    }

    @Test
    void goesOnFromWhatTheSameRunHasDoneEvenWithoutCache() throws Exception {
        bench.perform(session());
        bench.restarted();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() ->
                        bench.perform(session().withoutCache(), ProgressStep.PACKAGING, () -> Thread.currentThread()
                                .interrupt()));
        bench.perform(session().withoutCache());

        assertThat(bench.host.asked()).hasSize(8);
        assertThat(bench.drawn()).isEqualTo(4);
    }

    @Test
    void leavesWhatARunWithoutCacheMadeToTheRunsAfterIt() throws Exception {
        bench.perform(session());
        bench.host.servesPage("/talk", Pages.talk().replace("Great Hall", "Small Hall"));
        bench.restarted().perform(session().withoutCache());

        JobResults third = bench.restarted().perform(session());

        assertThat(bench.host.asked()).hasSize(8);
        assertThat(third.metadata()).containsEntry("room", "Small Hall");
    }

    @Test
    void sharesRenderedSlidesAmongTheJobsOfATenantWhereverTheyAreFrom() throws Exception {
        bench.perform(session());
        bench.host
                .serves("/a.pdf", "application/pdf", Pdfs.slides("Before"))
                .servesPage("/talk", Pages.talk(Pages.link("/s.pdf", "Slides")));

        JobResults other = bench.onJob("job-2")
                .later(Duration.ofHours(1))
                .perform(bench.talk().withSlides(bench.host.address("/a.pdf")));

        assertThat(other.assets()).hasSize(6);
        assertThat(bench.text(other.markdown()))
                .containsSubsequence(
                        "Slide 1: Before", "slide_001.jpg", "Slide 2: First slide", "slide_002.jpg", "slide_003.jpg");
        assertThat(bench.drawn()).isEqualTo(3);
    }

    @Test
    void sharesNothingWithAnotherTenant() throws Exception {
        bench.perform(session());
        bench.forTenant("other").perform(session());

        assertThat(bench.host.asked()).hasSize(8);
        assertThat(bench.drawn()).isEqualTo(4);
        assertThat(reuses()).isEmpty();
    }

    @Test
    void asksAgainForAPageThatHeldNothing() throws Exception {
        bench.host.servesPage("/talk", Pages.empty());
        assertThat(bench.failure(session()).code()).isEqualTo(FailureCode.EMPTY_PAGE);
        bench.host.servesPage("/talk", Pages.talk());

        JobResults results = bench.restarted().perform(session());

        assertThat(results.metadata()).containsEntry("room", "Great Hall");
    }

    @Test
    void asksAgainForSlidesAndSubtitlesThatWereNotThere() throws Exception {
        Sessions session =
                bench.talk().withSlides(bench.host.address("/late.pdf")).withVideo(bench.host.address("/late.webm"));
        JobResults first = bench.perform(session);
        bench.host.serves("/late.pdf", "application/pdf", Pdfs.slides("Late")).serves("/late.srt", "text/plain", SRT);

        JobResults second = bench.restarted().perform(session);

        assertThat(first.warnings()).hasSize(2);
        assertThat(second.warnings()).isEmpty();
        assertThat(second.assets()).hasSize(2);
    }

    @Test
    void asksAgainForSlidesThatTurnedOutToBeNone() throws Exception {
        Sessions session = bench.talk().withSlides(bench.host.address("/deck"));
        bench.host.servesPage("/deck", "<!doctype html><p>log in first");
        bench.perform(session);
        bench.host.serves("/deck", "application/pdf", Pdfs.slides("Now"));

        assertThat(bench.restarted().perform(session).assets()).hasSize(2);
    }

    @Test
    void doesAgainWhatIsDamaged() throws Exception {
        JobResults first = bench.perform(session());
        bench.store.keys().stream()
                .filter(key -> key.contains("/checkpoints/"))
                .forEach(key -> bench.store.put(key, new byte[] {'x'}, "application/json"));

        JobResults second = bench.restarted().perform(session());
        JobResults third = bench.restarted().perform(session());

        assertThat(second).isEqualTo(first).isEqualTo(third);
        assertThat(bench.host.asked()).hasSize(8);
        assertThat(bench.drawn()).isEqualTo(4);
        assertThat(reuses()).hasSize(4);
    }

    private Sessions session() {
        return bench.talk().withSlides(bench.host.address("/s.pdf")).withVideo(bench.host.address("/talk.webm"));
    }

    private List<String> reuses() {
        Predicate<String> says = line -> line.contains("re-used from a checkpoint");
        return bench.execution().log().stream().filter(says).toList();
    }

    private List<byte[]> contents(JobResults results) {
        return results.files().map(bench::bytes).toList();
    }
}
