package io.eventjobs.worker.session.speech;

import io.eventjobs.http.BodyRefusedException;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ModelUsage;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.session.fetch.CachingFetcher;
import io.eventjobs.worker.session.fetch.DerivedFetch;
import io.eventjobs.worker.session.recording.AudioExtraction;
import io.eventjobs.worker.session.recording.AudioSegment;
import io.eventjobs.worker.session.recording.ExtractedAudio;
import io.eventjobs.worker.session.recording.Ffmpeg;
import io.eventjobs.worker.session.recording.RecordingLimits;
import io.eventjobs.worker.usage.ModelUsages;
import io.eventjobs.worker.work.Execution;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes what is said in recordings: fetched as a stream, made into sound, sent in segments, joined. What was recognized is
 * kept for all who ask for the same recording, and each segment as soon as it is. Thread-safe.
 */
public final class RecordingTranscriber {
    private static final String ACCEPT = "audio/*, video/*, application/octet-stream;q=0.8, */*;q=0.5";
    private static final int BYTES_PER_SECOND = 20_000;
    private static final int REDIRECTS = 5;

    private final CachingFetcher fetches;
    private final Ffmpeg ffmpeg;
    private final SpeechClient client;

    public RecordingTranscriber(CachingFetcher fetches, Ffmpeg ffmpeg, SpeechClient client) {
        this.fetches = fetches;
        this.ffmpeg = ffmpeg;
        this.client = client;
    }

    /**
     * What is said in a recording. Whatever cannot be done is a warning.
     *
     * @param address of the recording, never trusted
     * @param language BCP 47 tag of what is said
     */
    public RecordingTranscript recognize(
            String address, String language, Execution execution, Checkpoints checkpoints, ModelUsages usages)
            throws IOException, InterruptedException {
        TranscriptionTask task = new TranscriptionTask(execution, checkpoints, told(language), usages);
        Path folder = Files.createTempDirectory(execution.workFolder(), "recording-");
        execution.begin(ProgressStep.TRANSCRIBING, "Listening to the recording " + address);
        try (AudioExtraction extraction = new AudioExtraction(ffmpeg, limits(), folder)) {
            FetchRequest request = new FetchRequest(address, ACCEPT, extraction.target(), fetchLimits());
            RecordingTranscript recognized = fetches.derive(
                    new DerivedFetch<>(
                            request,
                            RecordingTranscriptCodec.STEP,
                            inputs(task),
                            new RecordingTranscriptCodec(address),
                            new Maker(extraction, task)),
                    checkpoints);
            if (!recognized.cues().isEmpty()) {
                usages.add(
                        ModelUsage.reused(SpeechClient.STEP, client.properties().model()));
            }
            return recognized;
        } catch (FetchException e) {
            return RecordingTranscript.nothing("The recording could not be transcribed from " + address + ": "
                    + e.failure().message());
        } catch (BodyRefusedException e) {
            return RecordingTranscript.nothing("The recording could not be transcribed from " + address + ": " + e.getMessage());
        } finally {
            delete(folder);
        }
    }

    private RecordingTranscript recognized(ExtractedAudio sound, TranscriptionTask task) throws IOException, InterruptedException {
        List<AudioSegment> segments = client.properties().plan().segments(sound);
        task.execution()
                .begin(
                        ProgressStep.TRANSCRIBING,
                        "Recognizing " + (sound.millis() / 60_000 + 1) + " minutes in " + segments.size()
                                + " segments");
        SegmentTranscriber recognition = new SegmentTranscriber(ffmpeg, client, task);
        RecordingTranscript recognized = new AudioTranscription(recognition, task)
                .recognize(sound, segments, client.properties().parallel());
        if (sound.isCut()) {
            task.execution()
                    .log(
                            LogLine.Level.WARNING,
                            "The recording is longer than "
                                    + client.properties().maxDuration() + "; the rest is left out");
            return recognized.with("The recording is longer than "
                    + client.properties().maxDuration().toHours() + " h; what comes after is not transcribed.");
        }
        return recognized;
    }

    /** All that the result follows from, but for the recording. */
    private List<String> inputs(TranscriptionTask task) {
        SpeechProperties properties = client.properties();
        return Stream.of(
                        client.address(),
                        properties.model(),
                        String.valueOf(task.language()),
                        properties.segment(),
                        properties.overlap(),
                        properties.maxDuration())
                .map(Object::toString)
                .toList();
    }

    private @Nullable String told(String language) {
        String code = Locale.forLanguageTag(language).getLanguage();
        return switch (client.properties().language()) {
            case TOLD -> code.isEmpty() ? null : code;
            case HEARD -> null;
        };
    }

    private RecordingLimits limits() {
        return client.properties().recording();
    }

    private FetchLimits fetchLimits() {
        return new FetchLimits(limits().bytes(), limits().bytes(), limits().fetching(), BYTES_PER_SECOND, REDIRECTS);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.delete(folder);
    }

    /** Makes of a recording what is said in it. */
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
            return recognized(extraction.sound(), task);
        }

        @Override
        public boolean hasEnough() {
            return extraction.hasEnough();
        }
    }
}
