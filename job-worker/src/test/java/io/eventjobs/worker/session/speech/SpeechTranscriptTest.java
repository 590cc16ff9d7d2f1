package io.eventjobs.worker.session.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.eventjobs.model.job.JobResults;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.SessionHarness;
import io.eventjobs.worker.session.fixture.Sessions;
import io.eventjobs.worker.session.recording.Ffmpeg;
import io.eventjobs.worker.session.speech.fixture.Recordings;
import io.eventjobs.worker.session.speech.fixture.SpeechEndpoint;
import io.eventjobs.worker.session.speech.fixture.Tones;
import io.eventjobs.worker.session.speech.fixture.Transcriptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transcribes recordings without subtitles, with the real ffmpeg and a speech service that recognizes the audio it receives. */
class SpeechTranscriptTest {
    private static final int WORDS = 45;

    /** 45 words last 25.7 s: segments of at most 10 s, one of which also takes the short remainder. */
    private static final int SEGMENTS = 3;

    @TempDir
    private static Path made;

    private static Recordings recordings;

    @TempDir
    private Path folder;

    private SessionHarness harness;
    private SpeechEndpoint endpoint;

    /** Each recording is generated once for all tests. */
    @BeforeAll
    static void makeRecordings() {
        recordings = new Recordings(made);
    }

    @BeforeEach
    void open() throws IOException {
        assumeThat(Ffmpeg.installed()).as("ffmpeg is installed").isPresent();
        harness = new SessionHarness(Files.createDirectories(folder.resolve("harness")));
        endpoint = new SpeechEndpoint();
        harness.host.servesPage("/talk", Pages.talk());
        Transcriptions.transcribe(harness, endpoint.properties());
    }

    @AfterEach
    void close() {
        if (endpoint != null) {
            endpoint.close();
            harness.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "talk.webm",
        "talk.mkv",
        "talk.mp3",
        "talk.ogg",
        "talk.opus",
        "talk.mp4",
        "talk.avi",
        "talk.flac",
        "talk.wav",
        "talk.ts"
    })
    void transcribesEachWordOnceInEveryFormat(String name) throws Exception {
        harness.host.serves("/" + name, "application/octet-stream", recordings.of(Tones.wav(WORDS), name));

        JobResults results = harness.perform(talk(name));

        assertThat(Transcriptions.words(harness, results)).isEqualTo(Tones.words(WORDS));
        assertThat(endpoint.faults()).isEmpty();
        assertThat(Transcriptions.losses(results)).isEmpty();
        assertThat(endpoint.requests()).hasSize(SEGMENTS).allSatisfy(request -> assertThat(request)
                .containsEntry("language", "en")
                .containsEntry("response_format", "verbose_json"));
    }

    @Test
    void streamsAVideoWhoseIndexComesFirst() throws Exception {
        harness.host.serves(
                "/talk.mp4", "video/mp4", recordings.of(Tones.wav(WORDS), "talk.mp4", "-movflags", "+faststart"));

        assertThat(Transcriptions.words(harness, harness.perform(talk("talk.mp4"))))
                .isEqualTo(Tones.words(WORDS));
    }

    @ParameterizedTest
    @CsvSource({"verbose_json,vtt", "verbose_json;vtt,json", "verbose_json;vtt;json,text"})
    void takesTheFormOfAnswerThatTheServiceHas(String refused, String taken) throws Exception {
        endpoint.refuses(refused.split(";"));
        harness.host.serves("/talk.webm", "video/webm", recordings.of(Tones.wav(WORDS), "talk.webm"));

        JobResults results = harness.perform(talk("talk.webm"));

        assertThat(Transcriptions.words(harness, results)).isEqualTo(Tones.words(WORDS));
        assertThat(endpoint.requests().getLast()).containsEntry("response_format", taken);
    }

    @Test
    void limitsTheNumberOfConcurrentSegments() throws Exception {
        harness.host.serves("/talk.webm", "video/webm", recordings.of(Tones.wav(WORDS), "talk.webm"));

        harness.perform(talk("talk.webm"));

        assertThat(endpoint.maxAtOnce()).isLessThanOrEqualTo(2);
    }

    @Test
    void letsTheServiceDetectTheLanguageIfConfigured() throws Exception {
        Transcriptions.transcribe(
                harness,
                endpoint.properties(Duration.ofSeconds(10), SpeechProperties.Language.DETECT, Duration.ofHours(1)));
        harness.host.serves("/talk.webm", "video/webm", recordings.of(Tones.wav(10), "talk.webm"));

        harness.perform(talk("talk.webm"));

        assertThat(endpoint.requests())
                .allSatisfy(request -> assertThat(request).doesNotContainKey("language"));
    }

    @Test
    void doesNotSendSilence() throws Exception {
        harness.host.serves("/talk.webm", "video/webm", recordings.of(Tones.silence(4), "talk.webm"));

        JobResults results = harness.perform(talk("talk.webm"));

        assertThat(endpoint.requests()).isEmpty();
        assertThat(Transcriptions.losses(results))
                .containsExactly("No transcript: there is no speech in the recording.");
    }

    @Test
    void listensToARecordingThatWasUploaded() throws Exception {
        byte[] film = recordings.of(Tones.wav(WORDS), "talk.webm");
        harness.store.put("default/uploads/upload-1/content", film, "video/webm");

        JobResults results = harness.perform(harness.talk().withVideo("upload:upload-1/talk.webm"));

        assertThat(Transcriptions.words(harness, results)).isEqualTo(Tones.words(WORDS));
        assertThat(Transcriptions.losses(results)).isEmpty();
        assertThat(harness.text(results.markdown())).contains("\\[00:00:00\\] word0");
        assertThat(harness.host.asked()).containsExactly("/talk");
    }

    @Test
    void usesTheRecordingsChaptersAndNamesTheModel() throws Exception {
        Path chapters = Files.writeString(
                made.resolve("chapters.txt"),
                ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=6000\ntitle=Opening\n"
                        + "[CHAPTER]\nTIMEBASE=1/1000\nSTART=11600\nEND=25000\ntitle=Closing\n");
        byte[] film = recordings.of(
                Tones.wav(WORDS), "chapters.mkv", "-i", chapters.toString(), "-map", "0:a", "-map_chapters", "2");
        harness.host.serves("/chapters.mkv", "video/x-matroska", film);

        JobResults results = harness.perform(talk("chapters.mkv"));

        assertThat(harness.text(results.markdown()))
                .contains(
                        "transcribed_by: \"stand-in\"\n",
                        "#t=0) Opening\n",
                        "#t=11) Closing\n",
                        "## Transcript\n\n*Speech recognition: stand-in*\n\n### Opening\n\n",
                        "word19\n\n### Closing\n\n");
        assertThat(Transcriptions.words(harness, results)).isEqualTo(Tones.words(WORDS));
        assertThat(results.metadata()).containsEntry("transcribed_by", "stand-in");
    }

    @Test
    void recordsUsageAndCost() throws Exception {
        harness.host.serves("/talk.wav", "audio/wav", Tones.wav(WORDS));
        harness.perform(talk("talk.wav"));

        // 25.7 s, and two overlaps of 4 s.
        assertThat(harness.execution().usage().models().all()).singleElement().satisfies(usage -> {
            assertThat(usage.step()).isEqualTo("transcription");
            assertThat(usage.model()).isEqualTo(SpeechEndpoint.MODEL);
            assertThat(usage.calls()).isEqualTo(SEGMENTS);
            assertThat(usage.audioSeconds()).isBetween(33.0, 34.0);
            assertThat(usage.cost()).isBetween(new BigDecimal("0.0033"), new BigDecimal("0.0034"));
        });

        harness.restarted().perform(talk("talk.wav"));

        assertThat(harness.execution().usage().models().all())
                .singleElement()
                .satisfies(usage -> assertThat(usage.calls()).isZero());
    }

    @Test
    void prefersSubtitlesWithoutCallingTheService() throws Exception {
        harness.host
                .serves("/talk.webm", "video/webm", recordings.of(Tones.wav(10), "talk.webm"))
                .serves("/talk.vtt", "text/vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n");

        JobResults results = harness.perform(talk("talk.webm"));

        assertThat(harness.text(results.markdown())).contains("Hello.");
        assertThat(endpoint.requests()).isEmpty();
        assertThat(harness.host.asked()).doesNotContain("/talk.webm");
    }

    @Test
    void transcribesUpToTheMaximumDurationWithAWarning() throws Exception {
        Transcriptions.transcribe(
                harness,
                endpoint.properties(Duration.ofSeconds(10), SpeechProperties.Language.JOB, Duration.ofSeconds(15)));
        harness.host.serves("/talk.wav", "audio/wav", Tones.wav(60));

        JobResults results = harness.perform(talk("talk.wav"));

        assertThat(Transcriptions.words(harness, results))
                .startsWith("word0", "word1")
                .doesNotContain("word59")
                .hasSizeBetween(25, 28);
        assertThat(results.warnings()).anySatisfy(warning -> assertThat(warning).contains("longer than"));
    }

    @Test
    void sharesTheTranscriptWithOtherTargetLanguages() throws Exception {
        harness.host
                .namingValidators()
                .serves("/talk.webm", "video/webm", recordings.of(Tones.wav(WORDS), "talk.webm"));
        harness.perform(talk("talk.webm"));
        harness.host.takeExchanges();
        int before = endpoint.requests().size();

        JobResults results = harness.onJob("job-0192f0c1-0000-7000-8000-000000000002")
                .perform(talk("talk.webm").wantedIn("de"));

        assertThat(Transcriptions.words(harness, results)).isEqualTo(Tones.words(WORDS));
        assertThat(endpoint.requests()).hasSize(before);
        assertThat(harness.host.takeExchanges())
                .contains("IF-CHANGED /talk.webm 304")
                .doesNotContain("GET /talk.webm 200");
    }

    @Test
    void sharesEachSegmentBetweenAddressesOfTheSameRecording() throws Exception {
        byte[] film = recordings.of(Tones.wav(WORDS), "talk.webm");
        harness.host.serves("/talk.webm", "video/webm", film).serves("/mirror.webm", "video/webm", film);
        harness.perform(talk("talk.webm"));

        JobResults results =
                harness.onJob("job-0192f0c1-0000-7000-8000-000000000002").perform(talk("mirror.webm"));

        assertThat(Transcriptions.words(harness, results)).isEqualTo(Tones.words(WORDS));
        assertThat(endpoint.requests()).hasSize(SEGMENTS);
    }

    private Sessions talk(String video) {
        return harness.talk().withVideo(harness.host.address("/" + video));
    }
}
