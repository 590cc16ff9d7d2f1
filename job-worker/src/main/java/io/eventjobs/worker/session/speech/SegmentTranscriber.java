package io.eventjobs.worker.session.speech;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.endpoint.EndpointFault;
import io.eventjobs.worker.session.recording.AudioSegment;
import io.eventjobs.worker.session.recording.ExtractedAudio;
import io.eventjobs.worker.session.recording.Ffmpeg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Recognizes one segment of a sound: as it was kept, or by the service. Thread-safe. */
final class SegmentTranscriber {
    /** How often a service is asked that answers with nothing, or with nonsense. */
    private static final int TRIES = 3;

    /** Less is a cough. */
    private static final long AUDIBLE_MILLIS = 1_000;

    /** So much more than that, and words should have been heard. */
    private static final long SURELY_SPOKEN_MILLIS = 5_000;

    private final Ffmpeg ffmpeg;
    private final SpeechClient client;
    private final TranscriptionTask task;

    SegmentTranscriber(Ffmpeg ffmpeg, SpeechClient client, TranscriptionTask task) {
        this.ffmpeg = ffmpeg;
        this.client = client;
        this.task = task;
    }

    /** What was heard; silence is not sent. */
    TimedSegment hear(ExtractedAudio sound, AudioSegment segment) throws EndpointException, IOException, InterruptedException {
        long audible = sound.audibleMillis(segment.startMillis(), segment.endMillis());
        if (audible < AUDIBLE_MILLIS) {
            return new TimedSegment(segment, List.of(), true);
        }
        Path file = ffmpeg.segment(sound, segment);
        try {
            CheckpointKey key = task.checkpoints().shared(SegmentTranscriptCodec.STEP, inputs(file));
            SegmentTranscriptCodec form = new SegmentTranscriptCodec("the segment at " + segment.startMillis() / 1_000 + " s");
            return TimedSegment.of(
                    segment,
                    task.checkpoints()
                            .getOrCompute(key, form, () -> heard(file, segment, audible >= SURELY_SPOKEN_MILLIS)));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private List<String> inputs(Path file) throws IOException {
        return List.of(
                Sha256.of(file),
                client.address().toString(),
                client.properties().model(),
                String.valueOf(task.language()));
    }

    private SegmentTranscript heard(Path file, AudioSegment segment, boolean isSurelySpoken)
            throws EndpointException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                SegmentTranscript heard = client.hear(file, segment.millis(), task.language(), task.usages());
                if (!heard.isEmpty() || !isSurelySpoken) {
                    return onceOnly(heard, segment);
                }
                throw new EndpointException(
                        EndpointFault.UNREADABLE, "The speech endpoint heard nothing where something is said.");
            } catch (EndpointException e) {
                if (e.fault() != EndpointFault.UNREADABLE || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private SegmentTranscript onceOnly(SegmentTranscript heard, AudioSegment segment) {
        SegmentTranscript once = RepeatedLines.once(heard);
        int dropped = heard.cues().size() - once.cues().size();
        if (dropped > 0) {
            task.execution()
                    .log(
                            LogLine.Level.WARNING,
                            "Dropped " + dropped + " lines that the model repeated after "
                                    + segment.startMillis() / 1_000 + " s");
        }
        return once;
    }
}
