package io.eventjobs.worker.session.step;

import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.session.speech.Recognized;
import io.eventjobs.worker.session.speech.SpeechRecognition;
import io.eventjobs.worker.session.task.SessionTask;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Listens to recordings of which nobody wrote down what is said; where that is not possible, it says why. Thread-safe. */
public final class Listener {
    private static final String NO_SUBTITLES =
            "No transcript: there are no usable subtitles, neither given, nor linked on the page, nor beside the video, and ";

    private final @Nullable SpeechRecognition recognition;
    private final String model;
    private final String lack;

    private Listener(@Nullable SpeechRecognition recognition, String model, String lack) {
        this.recognition = recognition;
        this.model = model;
        this.lack = lack;
    }

    /** @param model that listens */
    public static Listener by(SpeechRecognition recognition, String model) {
        return new Listener(recognition, model, "");
    }

    /** One that hears nothing, for nobody configured how. */
    public static Listener none() {
        return new Listener(null, "", "no speech recognition is configured.");
    }

    /** One that hears nothing, for a program is missing. */
    public static Listener withoutFfmpeg() {
        return new Listener(null, "", "speech recognition needs ffmpeg, which is not installed.");
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
            Recognized recognized = recognition.recognize(
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
