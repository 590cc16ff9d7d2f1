package io.eventjobs.worker.session.speech;

import io.eventjobs.http.BodyRefusedException;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.session.fetch.CachingFetcher;
import io.eventjobs.worker.session.fetch.DerivedFetch;
import io.eventjobs.worker.session.recording.AudioExtraction;
import io.eventjobs.worker.session.recording.AudioSegment;
import io.eventjobs.worker.session.recording.ExtractedAudio;
import io.eventjobs.worker.session.recording.Ffmpeg;
import io.eventjobs.worker.session.recording.RecordingLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Transcribes recordings with a speech service: a recording is fetched as a stream, its audio extracted and sent in segments, and
 * their transcripts are joined. The result is stored for all who need the same recording, and each segment as soon as it is
 * recognized. Thread-safe.
 */
public final class RecordingTranscriber implements SpeechTranscriber {
    private static final String ACCEPT = "audio/*, video/*, application/octet-stream;q=0.8, */*;q=0.5";
    private static final int MIN_BYTES_PER_SECOND = 20_000;
    private static final int MAX_REDIRECTS = 5;

    private final CachingFetcher fetcher;
    private final Ffmpeg ffmpeg;
    private final SpeechClient client;
    private final TranscriptionSettings settings;

    public RecordingTranscriber(
            CachingFetcher fetcher, Ffmpeg ffmpeg, SpeechClient client, TranscriptionSettings settings) {
        this.fetcher = fetcher;
        this.ffmpeg = ffmpeg;
        this.client = client;
        this.settings = settings;
    }

    @Override
    public TranscriptionResult transcribe(List<String> recordings, Chapters chapters, TranscriptionTask task)
            throws IOException, InterruptedException {
        if (recordings.isEmpty()) {
            return TranscriptionResult.nothing(
                    "there is no recording that could be listened to: players are kept as links.");
        }
        List<String> warnings = new ArrayList<>();
        for (String recording : recordings) {
            RecordingTranscript transcript = transcribe(recording, task);
            warnings.addAll(transcript.warnings());
            if (!transcript.cues().isEmpty()) {
                Chapters known = chapters.isEmpty() ? Chapters.of(transcript.chapters(), "recording") : chapters;
                return TranscriptionResult.of(
                        Transcript.recognized(transcript.cues(), known, recording, client.model()), warnings);
            }
        }
        return TranscriptionResult.of(Transcript.NONE, warnings);
    }

    private RecordingTranscript transcribe(String address, TranscriptionTask task)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(task.folder(), "recording-");
        task.progress().begin("Listening to the recording " + address);
        try (AudioExtraction extraction = new AudioExtraction(ffmpeg, settings.limits(), folder)) {
            FetchRequest request = new FetchRequest(address, ACCEPT, extraction.target(), fetchLimits());
            RecordingTranscript transcript = fetcher.derive(
                    new DerivedFetch<>(
                            request,
                            RecordingTranscriptCodec.STEP,
                            inputs(task),
                            new RecordingTranscriptCodec(address),
                            new Maker(extraction, task)),
                    task.checkpoints());
            if (!transcript.cues().isEmpty()) {
                task.usages().addContribution(SpeechClient.STEP, client.model());
            }
            return transcript;
        } catch (FetchException e) {
            return RecordingTranscript.nothing("The recording could not be transcribed from " + address + ": "
                    + e.failure().message());
        } catch (BodyRefusedException e) {
            return RecordingTranscript.nothing(
                    "The recording could not be transcribed from " + address + ": " + e.getMessage());
        } finally {
            // Programs may have folders of their own in it.
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private RecordingTranscript transcribe(ExtractedAudio audio, TranscriptionTask task)
            throws IOException, InterruptedException {
        List<AudioSegment> segments = settings.plan().segments(audio);
        task.progress()
                .begin("Recognizing " + (audio.millis() / 60_000 + 1) + " minutes in " + segments.size() + " segments");
        SegmentTranscriber segmentTranscriber = new SegmentTranscriber(ffmpeg, client, language(task), task);
        RecordingTranscript transcript = new AudioTranscription(segmentTranscriber, task)
                .transcribe(audio, segments, settings.maxConcurrentSegments());
        if (!audio.isCut()) {
            return transcript;
        }
        Duration maxDuration = settings.limits().maxDuration();
        task.progress().warn("The recording is longer than " + maxDuration + "; the rest is left out");
        return transcript.with(
                "The recording is longer than " + maxDuration.toHours() + " h; what comes after is not transcribed.");
    }

    /** All that the result depends on, apart from the recording. */
    private List<String> inputs(TranscriptionTask task) {
        return Stream.of(
                        client.address(),
                        client.model(),
                        String.valueOf(language(task)),
                        Duration.ofMillis(settings.plan().maxMillis()),
                        Duration.ofMillis(settings.plan().overlapMillis()),
                        settings.limits().maxDuration())
                .map(Object::toString)
                .toList();
    }

    /** ISO 639 code that the service is told, null for none. */
    private @Nullable String language(TranscriptionTask task) {
        String code = Locale.forLanguageTag(task.language()).getLanguage();
        return settings.sendsLanguage() && !code.isEmpty() ? code : null;
    }

    private FetchLimits fetchLimits() {
        RecordingLimits limits = settings.limits();
        return new FetchLimits(limits.bytes(), limits.bytes(), limits.timeout(), MIN_BYTES_PER_SECOND, MAX_REDIRECTS);
    }

    /** Derives a transcript from a recording. */
    private final class Maker implements DerivedFetch.Maker<RecordingTranscript> {
        private final AudioExtraction extraction;
        private final TranscriptionTask task;

        Maker(AudioExtraction extraction, TranscriptionTask task) {
            this.extraction = extraction;
            this.task = task;
        }

        @Override
        public OutputStream open(Path target) throws IOException {
            return extraction.open(target);
        }

        @Override
        public RecordingTranscript make() throws IOException, InterruptedException {
            return transcribe(extraction.audio(), task);
        }

        @Override
        public boolean hasEnough() {
            return extraction.hasEnough();
        }
    }
}
