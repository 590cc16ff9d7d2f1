package io.eventjobs.worker.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.document.fixture.Pdfs;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.SessionHarness;
import io.eventjobs.worker.session.fixture.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another run or another job asks a host for that the tenant has been given before. */
class ConditionalSessionTest {
    private static final String SRT = "1\n00:00:01,000 --> 00:00:03,000\nHello everyone.\n";
    private static final Duration LONG_AFTER = Duration.ofHours(1);
    private static final String[] ALL_ANEW = {
        "GET /talk 200", "GET /s.pdf 200", "GET /talk.vtt 404", "GET /talk.srt 200"
    };
    private static final String[] ALL_CONFIRMED = {
        "IF-CHANGED /talk 304", "IF-CHANGED /s.pdf 304", "IF-CHANGED /talk.srt 304"
    };

    @TempDir
    private Path folder;

    private SessionHarness bench;

    @BeforeEach
    void openBench() throws IOException {
        bench = new SessionHarness(folder);
        bench.host
                .namingValidators()
                .servesPage("/talk", Pages.talk())
                .serves("/s.pdf", "application/pdf", Pdfs.slides("First slide", "Second slide"))
                .serves("/talk.srt", "text/plain", SRT);
    }

    @AfterEach
    void closeBench() {
        bench.close();
    }

    @Test
    void asksNothingButWhetherAnythingHasChangedInALaterRun() throws Exception {
        JobResults first = bench.perform(session());
        assertThat(bench.host.takeExchanges()).containsExactly(ALL_ANEW);

        JobResults second = bench.restarted().later(LONG_AFTER).perform(session());

        assertThat(bench.host.takeExchanges()).containsExactly(ALL_CONFIRMED);
        assertThat(bench.drawn()).isEqualTo(2);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void asksNothingButWhetherAnythingHasChangedForTheSameSessionInAnotherLanguage() throws Exception {
        bench.perform(session());
        bench.host.takeExchanges();

        JobResults other = bench.onJob("job-2").perform(session().wantedIn("de"));

        assertThat(bench.host.takeExchanges()).containsExactly(ALL_CONFIRMED);
        assertThat(bench.drawn()).isEqualTo(2);
        assertThat(other.assets()).hasSize(4);
    }

    @Test
    void asksOnceInARunHoweverOftenItIsInterrupted() throws Exception {
        bench.perform(session());
        bench.restarted().host.takeExchanges();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> bench.perform(session(), ProgressStep.PACKAGING, () -> Thread.currentThread()
                        .interrupt()));
        bench.later(LONG_AFTER).perform(session());

        assertThat(bench.host.takeExchanges()).containsExactly(ALL_CONFIRMED);
    }

    @Test
    void asksNothingOfWhatRunsHaveFinishedThatDidNotComeToTheirEnd() throws Exception {
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> bench.perform(session(), ProgressStep.PACKAGING, () -> Thread.currentThread()
                        .interrupt()));
        bench.host.takeExchanges();

        bench.replayed().replayed().later(LONG_AFTER).perform(session());
        assertThat(bench.host.takeExchanges()).isEmpty();

        bench.restarted().perform(session());
        assertThat(bench.host.takeExchanges()).containsExactly(ALL_CONFIRMED);
    }

    @Test
    void asksOnceInEachOfTwoRunsThatTakeTurns() throws Exception {
        bench.perform(session());
        bench.onJob("job-2").perform(session());
        bench.host.takeExchanges();

        bench.onJob("job-1").perform(session());
        bench.onJob("job-2").perform(session());
        bench.onJob("job-1").perform(session());

        assertThat(bench.host.takeExchanges()).containsExactly(ALL_CONFIRMED);
    }

    @Test
    void doesAgainOnlyWhatHasChanged() throws Exception {
        bench.perform(session());
        bench.host.servesPage("/talk", Pages.talk().replace("Great Hall", "Small Hall"));
        bench.host.takeExchanges();

        JobResults second = bench.restarted().perform(session());
        JobResults third = bench.restarted().perform(session());

        assertThat(bench.host.takeExchanges())
                .containsExactly(
                        "IF-CHANGED /talk 200",
                        "IF-CHANGED /s.pdf 304",
                        "IF-CHANGED /talk.srt 304",
                        "IF-CHANGED /talk 304",
                        "IF-CHANGED /s.pdf 304",
                        "IF-CHANGED /talk.srt 304");
        assertThat(second.metadata()).containsEntry("room", "Small Hall");
        assertThat(third).isEqualTo(second);
        assertThat(bench.drawn()).isEqualTo(2);
    }

    @Test
    void readsSubtitlesAgainThatHaveChanged() throws Exception {
        bench.perform(session());
        bench.host.serves("/talk.srt", "text/plain", SRT.replace("everyone", "world"));

        JobResults second = bench.restarted().perform(session());

        assertThat(bench.text(second.markdown())).contains("Hello world.").doesNotContain("everyone");
    }

    @Test
    void looksElsewhereForSubtitlesThatAreGone() throws Exception {
        bench.perform(session());
        bench.host
                .fails("/talk.srt", 404)
                .serves("/talk.vtt", "text/vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nMoved.\n");

        JobResults second = bench.restarted().perform(session());

        assertThat(bench.text(second.markdown())).contains("Moved.");
    }

    @Test
    void asksWithoutConditionsForARunWithoutCache() throws Exception {
        bench.perform(session());
        bench.host.takeExchanges();

        bench.restarted().perform(session().withoutCache());

        assertThat(bench.host.takeExchanges()).containsExactly(ALL_ANEW);
        assertThat(bench.drawn()).isEqualTo(4);
    }

    @Test
    void asksWithoutConditionsForAnotherTenant() throws Exception {
        bench.perform(session());
        bench.host.takeExchanges();

        bench.forTenant("other").perform(session());

        assertThat(bench.host.takeExchanges()).containsExactly(ALL_ANEW);
    }

    @Test
    void fetchesAgainWhatIsTooOldWhateverItsHostSays() throws Exception {
        bench.perform(session());
        bench.host.takeExchanges();

        bench.restarted().later(Duration.ofDays(15)).perform(session());

        assertThat(bench.host.takeExchanges()).containsExactly("GET /talk 200", "GET /s.pdf 200", "GET /talk.srt 200");
        assertThat(bench.drawn()).isEqualTo(2);
    }

    @Test
    void asksNobodyForWhatIsRecentAndCannotBeAskedFor() throws Exception {
        SessionHarness plain = withoutValidators();
        plain.perform(session(plain));
        plain.host.takeExchanges();

        plain.onJob("job-2").later(Duration.ofMinutes(4)).perform(session(plain));
        assertThat(plain.host.takeExchanges()).isEmpty();

        plain.onJob("job-3").later(Duration.ofMinutes(2)).perform(session(plain));
        assertThat(plain.host.takeExchanges()).containsExactly("GET /talk 200", "GET /s.pdf 200", "GET /talk.srt 200");
        assertThat(plain.drawn()).isEqualTo(2);
        plain.close();
    }

    @Test
    void goesOnWithWhatItHasWhileTheHostIsDownAndSaysSo() throws Exception {
        JobResults first = bench.perform(session());
        bench.host.fails("/s.pdf", 500);

        JobResults second = bench.restarted().perform(session());

        assertThat(second).isEqualTo(first);
        assertThat(bench.execution().log()).anySatisfy(line -> assertThat(line)
                .startsWith("WARNING Fetch re-used")
                .contains("its host cannot be asked now (HTTP_SERVER_ERROR)", "/s.pdf"));
    }

    @Test
    void fetchesAgainWhatHasNotChangedButIsDamagedInTheStore() throws Exception {
        JobResults first = bench.perform(session());
        bench.store.keys().stream()
                .filter(key -> key.contains("/fetch/") && key.contains("/parts/"))
                .forEach(key -> bench.store.put(key, new byte[] {'x'}, "application/json"));
        bench.host.takeExchanges();

        JobResults second = bench.restarted().perform(session());

        assertThat(bench.host.takeExchanges()).containsSubsequence("IF-CHANGED /talk 304", "GET /talk 200");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void failsForAPageThatIsGone() throws Exception {
        bench.perform(session());
        bench.host.fails("/talk", 410);

        assertThat(bench.restarted().failure(session()).code()).isEqualTo(FailureCode.HTTP_NOT_FOUND);
    }

    @Test
    void keepsNothingThatItsHostForbidsToKeep() throws Exception {
        bench.host.withCacheControl("private, no-store");
        bench.perform(session());
        assertThat(bench.store.keys()).noneMatch(key -> key.contains("/fetch/"));
        bench.host.takeExchanges();

        bench.restarted().perform(session());

        assertThat(bench.host.takeExchanges()).contains("GET /talk 200", "GET /s.pdf 200");
        assertThat(bench.drawn()).isEqualTo(2);
    }

    private SessionHarness withoutValidators() throws IOException {
        SessionHarness plain = new SessionHarness(folder.resolve("plain"));
        plain.host
                .servesPage("/talk", Pages.talk())
                .serves("/s.pdf", "application/pdf", Pdfs.slides("First slide", "Second slide"))
                .serves("/talk.srt", "text/plain", SRT);
        return plain;
    }

    private Sessions session() {
        return session(bench);
    }

    private static Sessions session(SessionHarness of) {
        return of.talk().withSlides(of.host.address("/s.pdf")).withVideo(of.host.address("/talk.webm"));
    }
}
