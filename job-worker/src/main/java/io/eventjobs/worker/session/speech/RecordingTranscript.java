package io.eventjobs.worker.session.speech;

import io.eventjobs.transcript.Chapter;
import io.eventjobs.transcript.Cue;
import java.util.ArrayList;
import java.util.List;

/**
 * The speech recognized in a recording.
 *
 * @param cues in order; empty if there is no speech, or none was recognized
 * @param chapters as the recording names them
 * @param warnings what is missing, each one sentence
 */
record RecordingTranscript(List<Cue> cues, List<Chapter> chapters, List<String> warnings) {
    RecordingTranscript {
        cues = List.copyOf(cues);
        chapters = List.copyOf(chapters);
        warnings = List.copyOf(warnings);
    }

    RecordingTranscript with(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new RecordingTranscript(cues, chapters, more);
    }

    /** Nothing, for this reason. */
    static RecordingTranscript nothing(String warning) {
        return new RecordingTranscript(List.of(), List.of(), List.of(warning));
    }
}
