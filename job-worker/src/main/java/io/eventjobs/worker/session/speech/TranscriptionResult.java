package io.eventjobs.worker.session.speech;

import io.eventjobs.transcript.Transcript;
import java.util.List;

/**
 * The outcome of transcribing the recordings of a session.
 *
 * @param transcript {@link Transcript#NONE} if nothing was recognized
 * @param warnings what is missing, each one sentence
 * @param isImpossible whether there was nothing to try, so that another attempt has no other outcome
 */
public record TranscriptionResult(Transcript transcript, List<String> warnings, boolean isImpossible) {
    private static final String NO_SUBTITLES =
            "No transcript: there are no usable subtitles, neither given, nor linked on the page, nor next to the video, and ";

    public TranscriptionResult {
        warnings = List.copyOf(warnings);
    }

    /** What came of listening to recordings. */
    public static TranscriptionResult of(Transcript transcript, List<String> warnings) {
        return new TranscriptionResult(transcript, warnings, false);
    }

    /** @param reason why transcription was impossible, as the end of a sentence */
    static TranscriptionResult nothing(String reason) {
        return new TranscriptionResult(Transcript.NONE, List.of(NO_SUBTITLES + reason), true);
    }
}
