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

/** Requests that a later run or another job makes for resources the tenant has already fetched. */
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

    private SessionHarness harness;

    @BeforeEach
    void start() throws IOException {
        harness = new SessionHarness(folder);
        harness.host
                .namingValidators()
                .servesPage("/talk", Pages.talk())
                .serves("/s.pdf", "application/pdf", Pdfs.slides("First slide", "Second slide"))
                .serves("/talk.srt", "text/plain", SRT);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void sendsOnlyConditionalRequestsInALaterRun() throws Exception {
        JobResults first = harness.perform(session());
        assertThat(harness.host.takeExchanges()).containsExactly(ALL_ANEW);

        JobResults second = harness.restarted().later(LONG_AFTER).perform(session());

        assertThat(harness.host.takeExchanges()).containsExactly(ALL_CONFIRMED);
        assertThat(harness.drawn()).isEqualTo(2);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void sendsOnlyConditionalRequestsForAnotherLanguage() throws Exception {
        harness.perform(session());
        harness.host.takeExchanges();

        JobResults other = harness.onJob("job-2").perform(session().wantedIn("de"));

        assertThat(harness.host.takeExchanges()).containsExactly(ALL_CONFIRMED);
        assertThat(harness.drawn()).isEqualTo(2);
        assertThat(other.assets()).hasSize(4);
    }

    @Test
    void asksOnceInARunHoweverOftenItIsInterrupted() throws Exception {
        harness.perform(session());
        harness.restarted().host.takeExchanges();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> harness.perform(session(), ProgressStep.PACKAGING, () -> Thread.currentThread()
                        .interrupt()));
        harness.later(LONG_AFTER).perform(session());

        assertThat(harness.host.takeExchanges()).containsExactly(ALL_CONFIRMED);
    }

    @Test
    void reusesStepsOfIncompleteRunsWithoutRequests() throws Exception {
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> harness.perform(session(), ProgressStep.PACKAGING, () -> Thread.currentThread()
                        .interrupt()));
        harness.host.takeExchanges();

        harness.replayed().replayed().later(LONG_AFTER).perform(session());
        assertThat(harness.host.takeExchanges()).isEmpty();

        harness.restarted().perform(session());
        assertThat(harness.host.takeExchanges()).containsExactly(ALL_CONFIRMED);
    }

    @Test
    void asksOnceInEachOfTwoRunsThatTakeTurns() throws Exception {
        harness.perform(session());
        harness.onJob("job-2").perform(session());
        harness.host.takeExchanges();

        harness.onJob("job-1").perform(session());
        harness.onJob("job-2").perform(session());
        harness.onJob("job-1").perform(session());

        assertThat(harness.host.takeExchanges()).containsExactly(ALL_CONFIRMED);
    }

    @Test
    void repeatsOnlyChangedSteps() throws Exception {
        harness.perform(session());
        harness.host.servesPage("/talk", Pages.talk().replace("Great Hall", "Small Hall"));
        harness.host.takeExchanges();

        JobResults second = harness.restarted().perform(session());
        JobResults third = harness.restarted().perform(session());

        assertThat(harness.host.takeExchanges())
                .containsExactly(
                        "IF-CHANGED /talk 200",
                        "IF-CHANGED /s.pdf 304",
                        "IF-CHANGED /talk.srt 304",
                        "IF-CHANGED /talk 304",
                        "IF-CHANGED /s.pdf 304",
                        "IF-CHANGED /talk.srt 304");
        assertThat(second.metadata()).containsEntry("room", "Small Hall");
        assertThat(third).isEqualTo(second);
        assertThat(harness.drawn()).isEqualTo(2);
    }

    @Test
    void readsSubtitlesAgainThatHaveChanged() throws Exception {
        harness.perform(session());
        harness.host.serves("/talk.srt", "text/plain", SRT.replace("everyone", "world"));

        JobResults second = harness.restarted().perform(session());

        assertThat(harness.text(second.markdown())).contains("Hello world.").doesNotContain("everyone");
    }

    @Test
    void looksElsewhereForSubtitlesThatAreGone() throws Exception {
        harness.perform(session());
        harness.host
                .fails("/talk.srt", 404)
                .serves("/talk.vtt", "text/vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nMoved.\n");

        JobResults second = harness.restarted().perform(session());

        assertThat(harness.text(second.markdown())).contains("Moved.");
    }

    @Test
    void asksWithoutConditionsForARunWithoutCache() throws Exception {
        harness.perform(session());
        harness.host.takeExchanges();

        harness.restarted().perform(session().withoutCache());

        assertThat(harness.host.takeExchanges()).containsExactly(ALL_ANEW);
        assertThat(harness.drawn()).isEqualTo(4);
    }

    @Test
    void asksWithoutConditionsForAnotherTenant() throws Exception {
        harness.perform(session());
        harness.host.takeExchanges();

        harness.forTenant("other").perform(session());

        assertThat(harness.host.takeExchanges()).containsExactly(ALL_ANEW);
    }

    @Test
    void fetchesAgainWhenTheStoredResponseIsTooOld() throws Exception {
        harness.perform(session());
        harness.host.takeExchanges();

        harness.restarted().later(Duration.ofDays(15)).perform(session());

        assertThat(harness.host.takeExchanges())
                .containsExactly("GET /talk 200", "GET /s.pdf 200", "GET /talk.srt 200");
        assertThat(harness.drawn()).isEqualTo(2);
    }

    @Test
    void sendsNoRequestForRecentResponsesWithoutValidators() throws Exception {
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
    void usesStoredResponsesWithAWarningWhileTheHostIsDown() throws Exception {
        JobResults first = harness.perform(session());
        harness.host.fails("/s.pdf", 500);

        JobResults second = harness.restarted().perform(session());

        assertThat(second).isEqualTo(first);
        assertThat(harness.execution().log()).anySatisfy(line -> assertThat(line)
                .startsWith("WARNING Fetch re-used")
                .contains("its host cannot be asked now (HTTP_SERVER_ERROR)", "/s.pdf"));
    }

    @Test
    void fetchesAgainWhenTheStoredResponseIsDamaged() throws Exception {
        JobResults first = harness.perform(session());
        harness.store.keys().stream()
                .filter(key -> key.contains("/fetch/") && key.contains("/parts/"))
                .forEach(key -> harness.store.put(key, new byte[] {'x'}, "application/json"));
        harness.host.takeExchanges();

        JobResults second = harness.restarted().perform(session());

        assertThat(harness.host.takeExchanges()).containsSubsequence("IF-CHANGED /talk 304", "GET /talk 200");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void failsForADeletedPage() throws Exception {
        harness.perform(session());
        harness.host.fails("/talk", 410);

        assertThat(harness.restarted().failure(session()).code()).isEqualTo(FailureCode.HTTP_NOT_FOUND);
    }

    @Test
    void doesNotStoreResponsesMarkedNoStore() throws Exception {
        harness.host.withCacheControl("private, no-store");
        harness.perform(session());
        assertThat(harness.store.keys()).noneMatch(key -> key.contains("/fetch/"));
        harness.host.takeExchanges();

        harness.restarted().perform(session());

        assertThat(harness.host.takeExchanges()).contains("GET /talk 200", "GET /s.pdf 200");
        assertThat(harness.drawn()).isEqualTo(2);
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
        return session(harness);
    }

    private static Sessions session(SessionHarness of) {
        return of.talk().withSlides(of.host.address("/s.pdf")).withVideo(of.host.address("/talk.webm"));
    }
}
