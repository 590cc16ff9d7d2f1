package io.eventjobs.worker.session.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.eventjobs.model.job.JobResults;
import io.eventjobs.worker.session.Listener;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.SessionBench;
import io.eventjobs.worker.session.fixture.Sessions;
import io.eventjobs.worker.session.recording.Ffmpeg;
import io.eventjobs.worker.session.speech.fixture.Recordings;
import io.eventjobs.worker.session.speech.fixture.SpeechEndpoint;
import io.eventjobs.worker.session.speech.fixture.SpeechEndpoint.Reply;
import io.eventjobs.worker.session.speech.fixture.Tones;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings without subtitles, by the real ffmpeg and a service that hears what it is sent. */
class SpeechTranscriptTest {
    private static final int WORDS = 90;

    /** 90 words last 52.2 s: segments of at most 20 s, one of which takes in the rest. */
    private static final int SEGMENTS = 3;

    @TempDir
    private Path folder;

    private SessionBench bench;
    private SpeechEndpoint endpoint;
    private Recordings recordings;

    @BeforeEach
    void open() throws IOException {
        assumeThat(Ffmpeg.installed()).as("ffmpeg is installed").isPresent();
        bench = new SessionBench(Files.createDirectories(folder.resolve("bench")));
        endpoint = new SpeechEndpoint();
        recordings = new Recordings(folder);
        bench.host.servesPage("/talk", Pages.talk());
        listenBy(endpoint.properties());
    }

    @AfterEach
    void close() {
        if (endpoint != null) {
            endpoint.close();
            bench.close();
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
    void writesDownEachWordOnceWhateverTheFormat(String name) throws Exception {
        bench.host.serves("/" + name, "application/octet-stream", recordings.of(Tones.wav(WORDS), name));

        JobResults results = bench.perform(talk(name));

        assertThat(words(results)).isEqualTo(Tones.words(WORDS));
        assertThat(endpoint.faults()).isEmpty();
        assertThat(losses(results)).isEmpty();
        assertThat(endpoint.requests()).hasSize(SEGMENTS).allSatisfy(request -> assertThat(request)
                .containsEntry("language", "en")
                .containsEntry("response_format", "verbose_json"));
    }

    @Test
    void readsAFilmWhoseIndexComesFirstAsItComes() throws Exception {
        bench.host.serves(
                "/talk.mp4", "video/mp4", recordings.of(Tones.wav(WORDS), "talk.mp4", "-movflags", "+faststart"));

        assertThat(words(bench.perform(talk("talk.mp4")))).isEqualTo(Tones.words(WORDS));
    }

    @ParameterizedTest
    @CsvSource({"verbose_json,vtt", "verbose_json;vtt,json", "verbose_json;vtt;json,text"})
    void takesTheFormOfAnswerThatTheServiceHas(String refused, String taken) throws Exception {
        endpoint.refuses(refused.split(";"));
        bench.host.serves("/talk.webm", "video/webm", recordings.of(Tones.wav(WORDS), "talk.webm"));

        JobResults results = bench.perform(talk("talk.webm"));

        assertThat(words(results)).isEqualTo(Tones.words(WORDS));
        assertThat(endpoint.requests().getLast()).containsEntry("response_format", taken);
    }

    @Test
    void sendsSeveralSegmentsAtOnceButNoMoreThanAllowed() throws Exception {
        bench.host.serves("/talk.webm", "video/webm", recordings.of(Tones.wav(85), "talk.webm"));

        bench.perform(talk("talk.webm"));

        assertThat(endpoint.mostAtOnce()).isLessThanOrEqualTo(2);
    }

    @Test
    void letsTheServiceHearTheLanguageWhereThatIsConfigured() throws Exception {
        listenBy(endpoint.properties(Duration.ofSeconds(10), SpeechProperties.Language.HEARD, Duration.ofHours(1)));
        bench.host.serves("/talk.webm", "video/webm", recordings.of(Tones.wav(20), "talk.webm"));

        bench.perform(talk("talk.webm"));

        assertThat(endpoint.requests())
                .allSatisfy(request -> assertThat(request).doesNotContainKey("language"));
    }

    @Test
    void triesAgainWhatPasses() throws Exception {
        endpoint.next(
                Reply.of(500, "oops"),
                Reply.wait(1),
                Reply.half(),
                Reply.of(200, "{nonsense"),
                Reply.of(200, "{\"text\": \"\"}"));
        bench.host.serves("/talk.webm", "video/webm", recordings.of(Tones.wav(WORDS), "talk.webm"));

        JobResults results = bench.perform(talk("talk.webm"));

        assertThat(words(results)).isEqualTo(Tones.words(WORDS));
        assertThat(losses(results)).isEmpty();
        assertThat(endpoint.requests()).hasSize(SEGMENTS + 5);
    }

    @ParameterizedTest
    @CsvSource({
        "500,oops,answered 500",
        "401,no,answered 401",
        "200,{nonsense,none of the forms",
        "200,{\"text\":\"\"},heard nothing",
        "200,<html>,none of the forms"
    })
    void losesTheTranscriptWithAWordWhenTheServiceIsOfNoUse(int status, String body, String words) throws Exception {
        endpoint.always(Reply.of(status, body));
        bench.host.serves("/talk.webm", "video/webm", recordings.of(Tones.wav(30), "talk.webm"));

        JobResults results = bench.perform(talk("talk.webm"));

        assertThat(results.warnings())
                .isNotEmpty()
                .anySatisfy(warning -> assertThat(warning).contains(words).doesNotContain(SpeechEndpoint.KEY));
        assertThat(bench.text(results.markdown())).contains(Pages.ABSTRACT).doesNotContain("## Transcript");
        assertThat(endpoint.requests()).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void losesTheTranscriptWhenTheServiceIsSilent() throws Exception {
        endpoint.always(Reply.silence());
        listenBy(endpoint.properties(Duration.ofSeconds(1), SpeechProperties.Language.TOLD, Duration.ofHours(1)));
        bench.host.serves("/talk.webm", "video/webm", recordings.of(Tones.wav(30), "talk.webm"));

        assertThat(bench.perform(talk("talk.webm")).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("no whole answer in 1 s"));
    }

    @Test
    void asksNobodyWhereNothingIsSaid() throws Exception {
        bench.host.serves("/talk.webm", "video/webm", recordings.of(Tones.silence(10), "talk.webm"));

        JobResults results = bench.perform(talk("talk.webm"));

        assertThat(endpoint.requests()).isEmpty();
        assertThat(losses(results)).containsExactly("No transcript: nothing is said in the recording.");
    }

    @Test
    void takesSubtitlesWhereThereAreSomeAndAsksNobody() throws Exception {
        bench.host
                .serves("/talk.webm", "video/webm", recordings.of(Tones.wav(20), "talk.webm"))
                .serves("/talk.vtt", "text/vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n");

        JobResults results = bench.perform(talk("talk.webm"));

        assertThat(bench.text(results.markdown())).contains("Hello.");
        assertThat(endpoint.requests()).isEmpty();
        assertThat(bench.host.asked()).doesNotContain("/talk.webm");
    }

    @ParameterizedTest
    @CsvSource({
        "'#EXTM3U\nhttp://127.0.0.1/x.ts',a playlist",
        "'<?xml version=\"1.0\"?><MPD/>',a playlist",
        "'ffconcat version 1.0\nfile /etc/passwd',a playlist",
        "'<html><body>Gone</body></html>',a page",
        "'hello',no recording"
    })
    void readsNothingButRecordings(String body, String words) throws Exception {
        bench.host.serves("/talk.webm", "video/webm", body);

        JobResults results = bench.perform(talk("talk.webm"));

        assertThat(results.warnings()).anySatisfy(warning -> assertThat(warning).contains(words));
        assertThat(endpoint.requests()).isEmpty();
    }

    @Test
    void transcribesNoMoreThanTheLongestTimeAndSaysSo() throws Exception {
        listenBy(endpoint.properties(Duration.ofSeconds(10), SpeechProperties.Language.TOLD, Duration.ofMinutes(1)));
        byte[] long2 = recordings.of(Tones.wav(120), "talk.wav");
        bench.host.serves("/talk.wav", "audio/wav", long2);

        JobResults results = bench.perform(talk("talk.wav"));

        assertThat(words(results))
                .startsWith("word0", "word1")
                .doesNotContain("word119")
                .hasSizeBetween(98, 104);
        assertThat(results.warnings()).anySatisfy(warning -> assertThat(warning).contains("longer than"));
    }

    @Test
    void sharesWhatWasRecognizedWithEveryOtherLanguageOfTheTalk() throws Exception {
        bench.host.namingValidators().serves("/talk.webm", "video/webm", recordings.of(Tones.wav(WORDS), "talk.webm"));
        bench.perform(talk("talk.webm"));
        bench.host.takeExchanges();
        int before = endpoint.requests().size();

        JobResults results = bench.onJob("job-0192f0c1-0000-7000-8000-000000000002")
                .perform(talk("talk.webm").wantedIn("de"));

        assertThat(words(results)).isEqualTo(Tones.words(WORDS));
        assertThat(endpoint.requests()).hasSize(before);
        assertThat(bench.host.takeExchanges())
                .contains("IF-CHANGED /talk.webm 304")
                .doesNotContain("GET /talk.webm 200");
    }

    @Test
    void sharesEachSegmentBetweenAddressesOfTheSameRecording() throws Exception {
        byte[] film = recordings.of(Tones.wav(WORDS), "talk.webm");
        bench.host.serves("/talk.webm", "video/webm", film).serves("/mirror.webm", "video/webm", film);
        bench.perform(talk("talk.webm"));

        JobResults results =
                bench.onJob("job-0192f0c1-0000-7000-8000-000000000002").perform(talk("mirror.webm"));

        assertThat(words(results)).isEqualTo(Tones.words(WORDS));
        assertThat(endpoint.requests()).hasSize(SEGMENTS);
    }

    @Test
    void goesOnWithTheSegmentsThatAreLeftAfterAFailure() throws Exception {
        bench.host.serves("/talk.webm", "video/webm", recordings.of(Tones.wav(WORDS), "talk.webm"));
        endpoint.next(Reply.of(413, "too large"));
        JobResults first = bench.perform(talk("talk.webm"));

        JobResults second = bench.restarted().perform(talk("talk.webm"));

        assertThat(losses(first)).hasSize(1).allSatisfy(warning -> assertThat(warning)
                .contains("lacks what is said"));
        assertThat(words(second)).isEqualTo(Tones.words(WORDS));
        assertThat(losses(second)).isEmpty();
        assertThat(endpoint.requests()).hasSize(SEGMENTS + 1);
    }

    private Sessions talk(String video) {
        return bench.talk().withVideo(bench.host.address("/" + video));
    }

    /** What tones say is in no language, which is none of our concern. */
    private static List<String> losses(JobResults results) {
        return results.warnings().stream()
                .filter(warning -> !warning.startsWith("Not translated"))
                .toList();
    }

    private void listenBy(SpeechProperties properties) {
        SpeechClient client = new SpeechClient(properties, Clock.systemUTC());
        Optional<Ffmpeg> ffmpeg = Ffmpeg.installed();
        bench.listening(
                fetches -> Listener.by(new SpeechRecognition(fetches, ffmpeg.orElseThrow(), client), client.model()));
    }

    private List<String> words(JobResults results) {
        String text = bench.text(results.markdown());
        return Pattern.compile("\\b(?:word\\d+|mumble)\\b")
                .matcher(text.substring(text.indexOf("## Transcript")))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
