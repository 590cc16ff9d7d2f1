package io.eventjobs.worker.session.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.eventjobs.http.BodyRefusedException;
import io.eventjobs.transcript.Chapter;
import io.eventjobs.worker.session.speech.fixture.Recordings;
import io.eventjobs.worker.session.speech.fixture.Tones;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioExtractionTest {
    private static final RecordingLimits LIMITS =
            new RecordingLimits(50 << 20, 20 << 20, Duration.ofSeconds(60), Duration.ofHours(1));

    @TempDir
    private Path folder;

    private Path work;
    private Ffmpeg ffmpeg;
    private Recordings recordings;

    @BeforeEach
    void needFfmpeg() throws IOException {
        Optional<Ffmpeg> installed = Ffmpeg.installed();
        assumeThat(installed).as("ffmpeg is installed").isPresent();
        ffmpeg = installed.orElseThrow();
        work = Files.createDirectory(folder.resolve("work"));
        recordings = new Recordings(folder);
    }

    @Test
    void findsLengthSilencesAndChapters() throws Exception {
        Path metadata = Files.writeString(
                folder.resolve("chapters.txt"),
                ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=3000\ntitle=Intro\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=3000\nEND=9000\ntitle=a\\=b \\; c\n");
        byte[] film = recordings.of(
                Tones.wav(20),
                "talk.mkv",
                "-i",
                metadata.toString(),
                "-map",
                "0:a",
                "-map",
                "1:v",
                "-map_metadata",
                "2",
                "-map_chapters",
                "2");

        ExtractedAudio sound = extracted(film, LIMITS);

        assertThat(sound.millis()).isBetween(11_400L, 11_900L);
        assertThat(sound.silences()).hasSize(2).first().satisfies(silence -> assertThat(silence.startMillis())
                .isBetween(4_800L, 5_000L));
        assertThat(sound.chapters()).containsExactly(new Chapter(0, "Intro"), new Chapter(3_000, "a=b ; c"));
        assertThat(sound.isCut()).isFalse();
        assertThat(Recordings.samples(Files.readAllBytes(sound.file()))).hasSizeBetween(360_000, 385_000);
    }

    @Test
    void streamsSupportedFormatsWithoutATemporaryFile() throws Exception {
        extracted(recordings.of(Tones.wav(20), "talk.webm"), LIMITS);

        assertThat(files()).doesNotContain("recording").contains("sound.flac");
    }

    @Test
    void refusesAFilmThatMustBeStoredAndIsLargerThanTheQuota() throws Exception {
        byte[] film = recordings.of(Tones.wav(20), "talk.mp4");
        RecordingLimits tight =
                new RecordingLimits(50 << 20, film.length - 1, Duration.ofSeconds(60), Duration.ofHours(1));

        assertThatThrownBy(() -> extracted(film, tight))
                .isInstanceOf(BodyRefusedException.class)
                .hasMessageContaining("larger than");
        assertThat(files()).doesNotContain("recording");
    }

    @Test
    void reportsASilentOrBrokenVideo() throws Exception {
        byte[] film = recordings.of(Tones.wav(20), "talk.mp4", "-an", "-map", "1:v", "-t", "3");
        byte[] broken = new byte[70_000];
        System.arraycopy(recordings.of(Tones.wav(2), "short.webm"), 0, broken, 0, 200);

        assertThatThrownBy(() -> extracted(film, LIMITS))
                .isInstanceOf(BodyRefusedException.class)
                .hasMessageContaining("no sound");
        assertThatThrownBy(() -> extracted(broken, LIMITS)).isInstanceOf(BodyRefusedException.class);
    }

    @Test
    void killsFfmpegWithinTwoSecondsWhenItsThreadIsInterrupted() throws Exception {
        byte[] film = Tones.wav(60);
        AtomicReference<Exception> end = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try (AudioExtraction extraction = new AudioExtraction(ffmpeg, LIMITS, work)) {
                OutputStream out = extraction.open(extraction.target());
                out.write(film, 0, ContainerDetector.BYTES);
                // The rest is never sent.
                Thread.sleep(Duration.ofMinutes(5));
            } catch (IOException | InterruptedException e) {
                end.set(e);
            }
        });
        Awaitility.await().until(() -> children() > 0);

        thread.interrupt();

        Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> children() == 0);
        Awaitility.await().until(() -> end.get() instanceof InterruptedException);
    }

    @Test
    void killsAnUnresponsiveFfmpeg() throws Exception {
        byte[] film = Tones.wav(60);
        AtomicBoolean isStopped = new AtomicBoolean();
        AtomicReference<Exception> end = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try (AudioExtraction extraction = new AudioExtraction(ffmpeg, LIMITS, work)) {
                OutputStream out = extraction.open(extraction.target());
                out.write(film, 0, ContainerDetector.BYTES);
                stopped();
                isStopped.set(true);
                out.write(film);
            } catch (IOException e) {
                end.set(e);
            }
        });
        Awaitility.await().untilTrue(isStopped);

        thread.interrupt();

        Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> children() == 0 && end.get() != null);
    }

    /** The processes can be suspended, so that they stop reading. Their parent is a shell at first. */
    private static void stopped() {
        Awaitility.await().until(() -> children() > 0);
        ffmpegs().forEach(process -> signal(process, "-STOP"));
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long children() {
        return ffmpegs().count();
    }

    private static Stream<ProcessHandle> ffmpegs() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("ffmpeg"));
    }

    private ExtractedAudio extracted(byte[] film, RecordingLimits limits) throws IOException, InterruptedException {
        try (AudioExtraction extraction = new AudioExtraction(ffmpeg, limits, work)) {
            try (OutputStream out = extraction.open(extraction.target())) {
                for (int at = 0; at < film.length; at += 10_000) {
                    out.write(film, at, Math.min(10_000, film.length - at));
                }
            }
            return extraction.audio();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
