package io.eventjobs.worker.session.speech;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.endpoint.EndpointFault;
import io.eventjobs.worker.session.recording.AudioSegment;
import io.eventjobs.worker.session.recording.ExtractedAudio;
import io.eventjobs.worker.session.recording.Ffmpeg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transcribes one segment: from its checkpoint, or with the service. Thread-safe. */
final class SegmentTranscriber {
    /** How often the service is asked if it recognizes nothing, or its response cannot be read. */
    private static final int MAX_TRIES = 3;

    /** Shorter sound is not speech. */
    private static final long MIN_AUDIBLE_MILLIS = 1_000;

    /** This much sound should contain words. */
    private static final long SURELY_SPOKEN_MILLIS = 5_000;

    private final Ffmpeg ffmpeg;
    private final SpeechClient client;
    private final @Nullable String language;
    private final TranscriptionTask task;

    /** @param language ISO 639 code that the service is told, null for none */
    SegmentTranscriber(Ffmpeg ffmpeg, SpeechClient client, @Nullable String language, TranscriptionTask task) {
        this.ffmpeg = ffmpeg;
        this.client = client;
        this.language = language;
        this.task = task;
    }

    /** Silence is not sent. */
    TimedSegment transcribe(ExtractedAudio audio, AudioSegment segment)
            throws EndpointException, IOException, InterruptedException {
        long audible = audio.audibleMillis(segment.startMillis(), segment.endMillis());
        if (audible < MIN_AUDIBLE_MILLIS) {
            return new TimedSegment(segment, List.of(), true);
        }
        Path file = ffmpeg.segment(audio, segment);
        try {
            CheckpointKey key = task.checkpoints().shared(SegmentTranscriptCodec.STEP, inputs(file));
            SegmentTranscriptCodec codec =
                    new SegmentTranscriptCodec("the segment at " + segment.startMillis() / 1_000 + " s");
            return TimedSegment.of(
                    segment,
                    task.checkpoints()
                            .getOrCompute(
                                    key, codec, () -> recognized(file, segment, audible >= SURELY_SPOKEN_MILLIS)));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private List<String> inputs(Path file) throws IOException {
        return List.of(Sha256.of(file), client.address().toString(), client.model(), String.valueOf(language));
    }

    private SegmentTranscript recognized(Path file, AudioSegment segment, boolean isSurelySpoken)
            throws EndpointException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                SegmentTranscript transcript = client.transcribe(file, segment.millis(), language, task.usages());
                if (!transcript.isEmpty() || !isSurelySpoken) {
                    return withoutRepetitions(transcript, segment);
                }
                throw new EndpointException(
                        EndpointFault.UNREADABLE, "The speech endpoint recognized no speech in a segment with sound.");
            } catch (EndpointException e) {
                if (e.fault() != EndpointFault.UNREADABLE || attempt == MAX_TRIES) {
                    throw e;
                }
            }
        }
    }

    private SegmentTranscript withoutRepetitions(SegmentTranscript transcript, AudioSegment segment) {
        SegmentTranscript reduced = RepeatedLines.removed(transcript);
        int dropped = transcript.cues().size() - reduced.cues().size();
        if (dropped > 0) {
            task.progress()
                    .warn("Dropped " + dropped + " lines that the model repeated after " + segment.startMillis() / 1_000
                            + " s");
        }
        return reduced;
    }
}
