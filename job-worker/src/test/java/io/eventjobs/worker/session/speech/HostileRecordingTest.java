package io.eventjobs.worker.session.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.SessionHarness;
import io.eventjobs.worker.session.recording.Ffmpeg;
import io.eventjobs.worker.session.speech.fixture.Recordings;
import io.eventjobs.worker.session.speech.fixture.SpeechEndpoint;
import io.eventjobs.worker.session.speech.fixture.Tones;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** Recordings that are endless, never sent, too large, silent, or not recordings: each ends with a message in bounded time. */
class HostileRecordingTest {
    @TempDir
    private Path folder;

    private SessionHarness harness;
    private SpeechEndpoint endpoint;
    private ExecutorService threads;
    private HttpServer other;
    private final AtomicInteger askedOfOther = new AtomicInteger();

    @BeforeEach
    void open() throws IOException {
        assumeThat(Ffmpeg.installed()).as("ffmpeg is installed").isPresent();
        harness = new SessionHarness(folder.resolve("harness").toFile().mkdirs() ? folder.resolve("harness") : folder);
        endpoint = new SpeechEndpoint();
        threads = Executors.newVirtualThreadPerTaskExecutor();
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.setExecutor(threads);
        other.start();
        harness.host.servesPage("/talk", Pages.talk());
    }

    @AfterEach
    void close() {
        if (endpoint != null) {
            endpoint.close();
            harness.close();
            other.stop(0);
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'#EXTM3U\nhttp://127.0.0.1/x.ts',a playlist",
        "'<?xml version=\"1.0\"?><MPD/>',a playlist",
        "'ffconcat version 1.0\nfile /etc/passwd',a playlist",
        "'<html><body>Gone</body></html>',a page",
        "'hello',no recording",
        "'{\"ok\": true}',no recording",
        "'',no recording"
    })
    void refusesFilesThatAreNotRecordings(String body, String words) throws Exception {
        harness.host.serves("/talk.webm", "video/webm", body);

        JobResults results = heard("/talk.webm", properties(50, 30));

        assertThat(results.warnings()).anySatisfy(warning -> assertThat(warning).contains(words));
        assertThat(endpoint.requests()).isEmpty();
    }

    @Test
    void opensNoAddressThatAPlaylistNames() throws Exception {
        other.createContext("/", exchange -> {
            askedOfOther.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        String inside = "http://127.0.0.1:" + other.getAddress().getPort() + "/secret";
        String playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n" + inside + ".ts\n#EXT-X-ENDLIST\n";
        byte[] matroska = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3};
        String disguised = new String(matroska, StandardCharsets.ISO_8859_1) + playlist;
        harness.host
                .serves("/talk.m3u8", "application/vnd.apple.mpegurl", playlist)
                .serves("/talk.webm", "video/webm", disguised.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(heard("/talk.m3u8", properties(50, 30)).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("a playlist, and only recordings themselves"));
        assertThat(heard("/talk.webm", properties(50, 30)).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("cannot be read: it is broken"));
        assertThat(askedOfOther).hasValue(0);
        assertThat(endpoint.requests()).isEmpty();
    }

    @Test
    void transcribesAnEndlessRecordingUpToTheLimit() throws Exception {
        byte[] tones = Tones.wav(60);
        other.createContext("/endless.wav", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                // A declared length that the file never reaches.
                byte[] head = tones.clone();
                java.util.Arrays.fill(head, 40, 44, (byte) 0xFF);
                out.write(head);
                while (true) {
                    out.write(tones, 44, tones.length - 44);
                }
            }
        });

        JobResults results = heard(endless("/endless.wav"), properties(50, 30));

        assertThat(results.warnings()).anySatisfy(warning -> assertThat(warning).contains("longer than"));
        assertThat(harness.text(results.markdown())).contains("## Transcript", "word0 word1");
    }

    @Test
    void givesUpARecordingThatComesTooSlowly() throws Exception {
        byte[] tones = Tones.wav(60);
        other.createContext("/slow.wav", exchange -> {
            exchange.sendResponseHeaders(200, tones.length);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int at = 0; at < tones.length; at += 500) {
                    out.write(tones, at, 500);
                    out.flush();
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        long start = System.nanoTime();

        JobResults results = heard(endless("/slow.wav"), properties(50, 4));

        assertThat(results.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("could not be transcribed from"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        assertThat(endpoint.requests()).isEmpty();
    }

    @Test
    void refusesARecordingThatIsTooLarge() throws Exception {
        harness.host.serves("/talk.wav", "audio/wav", Tones.wav(90));

        assertThat(heard("/talk.wav", properties(1, 30)).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("could not be transcribed from", "larger than"));
        assertThat(endpoint.requests()).isEmpty();
    }

    @Test
    void reportsASilentVideo() throws Exception {
        byte[] film = new Recordings(folder).of(Tones.wav(4), "mute.mp4", "-an", "-map", "1:v", "-t", "2");
        harness.host.serves("/mute.mp4", "video/mp4", film);

        assertThat(heard("/mute.mp4", properties(50, 30)).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("There is no sound in the recording."));
    }

    private String endless(String path) {
        return "http://127.0.0.1:" + other.getAddress().getPort() + path;
    }

    private JobResults heard(String address, SpeechProperties properties) throws Exception {
        SpeechClient client = new SpeechClient(properties, Clock.systemUTC());
        Optional<Ffmpeg> ffmpeg = Ffmpeg.installed();
        harness.transcribingWith(
                fetcher -> new RecordingTranscriber(fetcher, ffmpeg.orElseThrow(), client, properties.settings()));
        String whole = address.startsWith("/") ? harness.host.address(address) : address;
        return harness.perform(harness.talk().withVideo(whole));
    }

    /** Limits a recording to this many megabytes and seconds of reception; 15 s of its audio are used. */
    private SpeechProperties properties(int megabytes, int seconds) {
        SpeechProperties usual =
                endpoint.properties(Duration.ofSeconds(10), SpeechProperties.Language.JOB, Duration.ofSeconds(15));
        return new SpeechProperties(
                usual.url(),
                usual.apiKey(),
                usual.model(),
                usual.language(),
                usual.timeout(),
                usual.maxConcurrentCalls(),
                usual.maxResponseSize(),
                usual.pricePerMinute(),
                usual.segmentDuration(),
                usual.segmentOverlap(),
                usual.maxDuration(),
                DataSize.ofMegabytes(megabytes),
                usual.maxDiskSize(),
                Duration.ofSeconds(seconds));
    }
}
