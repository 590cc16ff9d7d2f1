package io.eventjobs.worker.session.speech;

import io.eventjobs.transcript.Chapter;
import io.eventjobs.transcript.Cue;
import java.util.ArrayList;
import java.util.List;

/**
 * What was recognized in a recording.
 *
 * @param cues in order; none when nothing was said, or nothing could be recognized
 * @param chapters as the recording names them
 * @param warnings what is missing, each one sentence
 */
public record Recognized(List<Cue> cues, List<Chapter> chapters, List<String> warnings) {
    public Recognized {
        cues = List.copyOf(cues);
        chapters = List.copyOf(chapters);
        warnings = List.copyOf(warnings);
    }

    Recognized with(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Recognized(cues, chapters, more);
    }

    /** Nothing, for this reason. */
    static Recognized nothing(String warning) {
        return new Recognized(List.of(), List.of(), List.of(warning));
    }
}
