package io.eventjobs.worker.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.document.fixture.Pdfs;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.SessionHarness;
import io.eventjobs.worker.session.fixture.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionFailureTest {
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

    @ParameterizedTest
    @CsvSource({
        "404, HTTP_NOT_FOUND",
        "410, HTTP_NOT_FOUND",
        "403, HTTP_FORBIDDEN",
        "418, HTTP_CLIENT_ERROR",
        "500, HTTP_SERVER_ERROR"
    })
    void failsAsThePageDoes(int status, FailureCode code) {
        harness.host.fails("/talk", status);

        assertThat(harness.failure(harness.talk()).code()).isEqualTo(code);
    }

    @Test
    void handsOnHowLongAHostAsksToWait() {
        harness.host.asksToWait("/talk", 120);

        Failure failure = harness.failure(harness.talk());

        assertThat(failure.code()).isEqualTo(FailureCode.HTTP_THROTTLED);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(120));
    }

    @ParameterizedTest
    @CsvSource({"500, HTTP_SERVER_ERROR", "502, HTTP_SERVER_ERROR"})
    void asksOnceMoreForSlidesWhoseHostFailed(int status, FailureCode code) throws Exception {
        harness.host.servesPage("/talk", Pages.talk()).fails("/slides.pdf", status);
        Sessions session = harness.talk().withSlides(harness.host.address("/slides.pdf"));

        assertThat(harness.failure(session).code()).isEqualTo(code);

        assertThat(harness.inAttempt(2).perform(session).warnings())
                .anyMatch(warning -> warning.contains("/slides.pdf") && warning.contains(code.name()));
    }

    @Test
    void waitsForSlidesAsLongAsTheirHostAsksItToWithinBounds() throws Exception {
        harness.host.servesPage("/talk", Pages.talk()).asksToWait("/slides.pdf", 50);
        Sessions session = harness.talk().withSlides(harness.host.address("/slides.pdf"));

        Failure failure = harness.failure(session);

        assertThat(failure.code()).isEqualTo(FailureCode.HTTP_THROTTLED);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(50));
        assertThat(harness.waited(Duration.ofSeconds(119)).failure(session).code())
                .isEqualTo(FailureCode.HTTP_THROTTLED);
        assertThat(harness.waited(Duration.ofSeconds(120)).perform(session).warnings())
                .anyMatch(warning -> warning.contains("/slides.pdf") && warning.contains("HTTP_THROTTLED"));
    }

    @Test
    void waitsForSubtitlesThatThePageNames() throws Exception {
        harness.host
                .servesPage("/talk", Pages.talk(Pages.link("/talk.vtt", "Subtitles")))
                .asksToWait("/talk.vtt", 50);

        assertThat(harness.failure(harness.talk()).code()).isEqualTo(FailureCode.HTTP_THROTTLED);
        assertThat(harness.waited(Duration.ofMinutes(2)).perform(harness.talk()).warnings())
                .anyMatch(warning -> warning.contains("/talk.vtt"));
    }

    @Test
    void doesNotWaitForGuessedSubtitles() throws Exception {
        harness.host
                .servesPage("/talk", Pages.talk())
                .asksToWait("/talk.vtt", 50)
                .asksToWait("/talk.srt", 50);

        assertThat(harness.perform(harness.talk().withVideo(harness.host.address("/talk.mp4")))
                        .warnings())
                .noneMatch(warning -> warning.contains("/talk.vtt"));
    }

    @Test
    void doesWithoutSlidesThatAreNotThere() throws Exception {
        harness.host.servesPage("/talk", Pages.talk()).fails("/slides.pdf", 404);

        assertThat(harness.perform(harness.talk().withSlides(harness.host.address("/slides.pdf")))
                        .warnings())
                .anyMatch(warning -> warning.contains("HTTP_NOT_FOUND"));
    }

    @Test
    void failsOnACircleOfRedirects() {
        harness.host.redirects("/talk", "/there").redirects("/there", "/talk");

        assertThat(harness.failure(harness.talk()).code()).isEqualTo(FailureCode.TOO_MANY_REDIRECTS);
    }

    @Test
    void failsOnAPrivateAddressAndOnARedirectToOne() {
        harness.host.redirects("/talk", "http://169.254.169.254/latest/meta-data");

        assertThat(harness.failure(harness.talk()).code()).isEqualTo(FailureCode.ADDRESS_BLOCKED);
        assertThat(harness.failure(Sessions.at("http://10.0.0.1/talk")).code()).isEqualTo(FailureCode.ADDRESS_BLOCKED);
    }

    @Test
    void failsOnAnEmptyPage() {
        harness.host.servesPage("/talk", Pages.empty());

        assertThat(harness.failure(harness.talk()).code()).isEqualTo(FailureCode.EMPTY_PAGE);
    }

    @Test
    void reportsTheBarrierOfAnEmptyPage() {
        harness.host.servesPage(
                "/talk",
                "<html><body><noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div></body></html>");

        assertThat(harness.failure(harness.talk()).message()).contains("filled by scripts");
    }

    @ParameterizedTest
    @CsvSource({"application/pdf", "application/octet-stream", "application/json", "image/png", "text/html"})
    void failsOnContentThatIsNotAPage(String contentType) throws Exception {
        harness.host.serves("/talk", contentType, Pdfs.slides("x"));

        assertThat(harness.failure(harness.talk()).code()).isEqualTo(FailureCode.NOT_A_PAGE);
    }

    @Test
    void rethrowsAFailureOfTheStore() {
        harness.host.servesPage("/talk", Pages.talk());
        harness.store.goAway();

        assertThatThrownBy(() -> harness.perform(harness.talk())).isInstanceOf(ArtifactStoreException.class);
    }

    @Test
    void endsSoonWhenInterrupted() throws Exception {
        harness.host.servesPage("/talk", Pages.talk()).serves("/s.pdf", "application/pdf", Pdfs.slides("a", "b"));
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread slot = Thread.ofPlatform().unstarted(() -> {
            Thread.currentThread().interrupt();
            end.set(catchThrowableOfType(
                    InterruptedException.class,
                    () -> harness.perform(harness.talk().withSlides(harness.host.address("/s.pdf")))));
        });

        slot.start();

        Awaitility.await().untilAsserted(() -> assertThat(end.get()).isNotNull());
    }
}
