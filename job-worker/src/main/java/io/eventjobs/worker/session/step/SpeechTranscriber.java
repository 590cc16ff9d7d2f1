package io.eventjobs.worker.session.step;

import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.session.speech.RecordingTranscriber;
import io.eventjobs.worker.session.speech.RecordingTranscript;
import io.eventjobs.worker.session.task.SessionTask;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Listens to recordings of which nobody wrote down what is said; where that is not possible, it says why. Thread-safe. */
public final class SpeechTranscriber {
    private static final String NO_SUBTITLES =
            "No transcript: there are no usable subtitles, neither given, nor linked on the page, nor beside the video, and ";

    private final @Nullable RecordingTranscriber recognition;
    private final String model;
    private final String lack;

    private SpeechTranscriber(@Nullable RecordingTranscriber recognition, String model, String lack) {
        this.recognition = recognition;
        this.model = model;
        this.lack = lack;
    }

    /** @param model that listens */
    public static SpeechTranscriber by(RecordingTranscriber recognition, String model) {
        return new SpeechTranscriber(recognition, model, "");
    }

    /** One that hears nothing, for nobody configured how. */
    public static SpeechTranscriber none() {
        return new SpeechTranscriber(null, "", "no speech recognition is configured.");
    }

    /** One that hears nothing, for a program is missing. */
    public static SpeechTranscriber withoutFfmpeg() {
        return new SpeechTranscriber(null, "", "speech recognition needs ffmpeg, which is not installed.");
    }

    /**
     * What is said in the first of the recordings that can be understood.
     *
     * @param chapters as they are known; if they are not, those that the recording names
     */
    Transcript listen(SessionTask task, List<String> recordings, Chapters chapters)
            throws IOException, InterruptedException {
        if (recognition == null) {
            task.warn(NO_SUBTITLES + lack);
            return Transcript.NONE;
        }
        if (recordings.isEmpty()) {
            task.warn(NO_SUBTITLES + "there is no recording that could be listened to: players are kept as links.");
            return Transcript.NONE;
        }
        for (String recording : recordings) {
            RecordingTranscript recognized = recognition.recognize(
                    recording, task.request().sourceLanguage(), task.execution(), task.checkpoints(), task.usages());
            task.warnings().addAll(recognized.warnings());
            if (!recognized.cues().isEmpty()) {
                Chapters known = chapters.isEmpty() ? Chapters.of(recognized.chapters(), "recording") : chapters;
                return Transcript.recognized(recognized.cues(), known, recording, model);
            }
        }
        return Transcript.NONE;
    }
}
