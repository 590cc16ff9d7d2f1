package io.eventjobs.worker.session.speech;

import io.eventjobs.transcript.Cue;
import io.eventjobs.worker.session.recording.Segment;
import java.util.List;

/**
 * What was heard in one segment of a recording.
 *
 * @param cues in order, their times from the start of the recording
 * @param isTimed whether the times are more than estimates
 */
record Hearing(Segment segment, List<Cue> cues, boolean isTimed) {
    Hearing {
        cues = List.copyOf(cues);
    }

    static Hearing of(Segment segment, Heard heard) {
        long start = segment.startMillis();
        return new Hearing(
                segment,
                heard.cues().stream()
                        .map(cue ->
                                new Cue(cue.startMillis() + start, cue.endMillis() + start, cue.voice(), cue.text()))
                        .toList(),
                heard.isTimed());
    }
}
