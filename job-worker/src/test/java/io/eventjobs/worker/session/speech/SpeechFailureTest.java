package io.eventjobs.worker.session.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.eventjobs.model.job.JobResults;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.SessionHarness;
import io.eventjobs.worker.session.fixture.Sessions;
import io.eventjobs.worker.session.recording.Ffmpeg;
import io.eventjobs.worker.session.speech.fixture.SpeechEndpoint;
import io.eventjobs.worker.session.speech.fixture.SpeechEndpoint.Reply;
import io.eventjobs.worker.session.speech.fixture.Tones;
import io.eventjobs.worker.session.speech.fixture.Transcriptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Speech services that are slow, faulty, looping or unavailable. */
class SpeechFailureTest {
    private static final int WORDS = 45;
    private static final int SEGMENTS = 3;

    @TempDir
    private Path folder;

    private SessionHarness harness;
    private SpeechEndpoint endpoint;

    @BeforeEach
    void open() throws IOException {
        assumeThat(Ffmpeg.installed()).as("ffmpeg is installed").isPresent();
        harness = new SessionHarness(folder);
        endpoint = new SpeechEndpoint();
        harness.host.servesPage("/talk", Pages.talk()).serves("/talk.wav", "audio/wav", Tones.wav(WORDS));
        Transcriptions.transcribe(harness, endpoint.properties());
    }

    @AfterEach
    void close() {
        if (endpoint != null) {
            endpoint.close();
            harness.close();
        }
    }

    @Test
    void retriesAfterTransientFailures() throws Exception {
        endpoint.next(
                Reply.of(500, "oops"),
                Reply.wait(1),
                Reply.half(),
                Reply.of(200, "{nonsense"),
                Reply.of(200, "{\"text\": \"\"}"));

        JobResults results = harness.perform(talk());

        assertThat(Transcriptions.words(harness, results)).isEqualTo(Tones.words(WORDS));
        assertThat(Transcriptions.losses(results)).isEmpty();
        assertThat(endpoint.requests()).hasSize(SEGMENTS + 5);
    }

    @ParameterizedTest
    @CsvSource({
        "500,oops,responded with 500",
        "401,no,responded with 401",
        "200,{nonsense,has an unknown format",
        "200,{\"text\":\"\"},recognized no speech",
        "200,{\"segments\":[]},has an unknown format",
        "200,'{\"segments\":[{\"start\":0,\"end\":1,\"text\":\"cut of',has an unknown format",
        "200,[],has an unknown format",
        "200,'',has an unknown format",
        "404,no,responded with 404",
        "200,<html>,has an unknown format"
    })
    void losesTheTranscriptWithAWarningWhenTheServiceIsUnusable(int status, String body, String words)
            throws Exception {
        harness.host.serves("/talk.wav", "audio/wav", Tones.wav(12));
        endpoint.always(Reply.of(status, body));

        JobResults results = harness.perform(talk());

        assertThat(results.warnings())
                .isNotEmpty()
                .anySatisfy(warning -> assertThat(warning).contains(words).doesNotContain(SpeechEndpoint.KEY));
        assertThat(harness.text(results.markdown())).contains(Pages.ABSTRACT).doesNotContain("## Transcript");
        assertThat(endpoint.requests()).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void losesTheTranscriptWhenTheServiceIsSilent() throws Exception {
        harness.host.serves("/talk.wav", "audio/wav", Tones.wav(12));
        endpoint.always(Reply.silence());
        Transcriptions.transcribe(
                harness,
                endpoint.properties(Duration.ofSeconds(1), SpeechProperties.Language.JOB, Duration.ofHours(1)));

        assertThat(harness.perform(talk()).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("did not respond completely within 1 s"));
    }

    @Test
    void continuesWithTheRemainingSegmentsAfterAFailure() throws Exception {
        endpoint.next(Reply.of(413, "too large"));
        JobResults first = harness.perform(talk());

        JobResults second = harness.restarted().perform(talk());

        assertThat(Transcriptions.losses(first)).hasSize(1).allSatisfy(warning -> assertThat(warning)
                .contains("has a gap between"));
        assertThat(Transcriptions.words(harness, second)).isEqualTo(Tones.words(WORDS));
        assertThat(Transcriptions.losses(second)).isEmpty();
        assertThat(endpoint.requests()).hasSize(SEGMENTS + 1);
    }

    @Test
    void waitsAsLongAsTheServiceAsks() throws Exception {
        harness.host.serves("/talk.wav", "audio/wav", Tones.wav(10));
        endpoint.next(Reply.wait(2));
        long start = System.nanoTime();

        JobResults results = harness.perform(talk());

        assertThat(Transcriptions.words(harness, results)).isEqualTo(Tones.words(10));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1_900));
        assertThat(endpoint.requests()).hasSize(2);
    }

    @Test
    void doesNotWaitForAServiceThatAsksForAnHour() throws Exception {
        endpoint.always(Reply.wait(3_600));

        assertThat(Transcriptions.losses(harness.perform(talk())))
                .isNotEmpty()
                .allSatisfy(warning -> assertThat(warning).contains("transcri"));
        assertThat(endpoint.requests()).hasSizeLessThanOrEqualTo(SEGMENTS);
    }

    @Test
    void estimatesTimesWhereAnAnswerHasNoSegments() throws Exception {
        harness.host.serves("/talk.wav", "audio/wav", Tones.wav(10));
        endpoint.next(Reply.of(200, "{\"text\": \"One sentence is said. Another one follows it.\"}"));

        assertThat(harness.text(harness.perform(talk()).markdown()))
                .contains("#t=0) One sentence is said. Another one follows it.");
    }

    @Test
    void keepsALoopedLineOnceAndLogsIt() throws Exception {
        harness.host.serves("/talk.wav", "audio/wav", Tones.wav(10));
        StringBuilder loop = new StringBuilder("WEBVTT\n\n00:00.000 --> 00:01.000\nHello there.\n\n");
        for (int i = 1; i < 6; i++) {
            loop.append("00:0%1$d.000 --> 00:0%1$d.500\nThank you%2$s\n\n".formatted(i, i % 2 == 0 ? "!" : "."));
        }
        endpoint.next(Reply.of(200, loop.toString()));

        JobResults results = harness.perform(talk());

        assertThat(harness.text(results.markdown())).contains("Hello there. Thank you.\n");
        assertThat(Transcriptions.losses(results)).isEmpty();
        assertThat(harness.execution().log())
                .anySatisfy(line -> assertThat(line).contains("Dropped 4 lines"));
    }

    @Test
    void endsWithinTwoSecondsWhenTheJobIsCancelledWhileTheServiceThinks() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        endpoint.always(exchange -> {
            asked.countDown();
            Reply.silence().send(exchange);
        });
        AtomicReference<Exception> end = new AtomicReference<>();
        Thread job = Thread.ofPlatform().start(() -> {
            try {
                harness.perform(talk());
            } catch (Exception e) {
                end.set(e);
            }
        });
        asked.await();

        job.interrupt();

        await().atMost(Duration.ofSeconds(2)).until(() -> end.get() instanceof InterruptedException);
    }

    private Sessions talk() {
        return harness.talk().withVideo(harness.host.address("/talk.wav"));
    }
}
