package io.eventjobs.worker.session.speech;

import io.eventjobs.transcript.Chapters;
import java.io.IOException;
import java.util.List;

/** Transcribes recordings for which there is no transcript. Thread-safe. */
public interface SpeechTranscriber {
    /**
     * The transcript of the first recording in which speech is recognized. Problems become warnings of the result.
     *
     * @param recordings addresses, the best first; never trusted
     * @param chapters as far as they are known; if there are none, those that the recording names are used
     */
    TranscriptionResult transcribe(List<String> recordings, Chapters chapters, TranscriptionTask task)
            throws IOException, InterruptedException;

    /** One that transcribes nothing, since no service is configured. */
    static SpeechTranscriber notConfigured() {
        return (recordings, chapters, task) -> TranscriptionResult.nothing("no speech recognition is configured.");
    }

    /** One that transcribes nothing, since {@code ffmpeg} is not installed. */
    static SpeechTranscriber withoutFfmpeg() {
        return (recordings, chapters, task) ->
                TranscriptionResult.nothing("speech recognition needs ffmpeg, which is not installed.");
    }
}
