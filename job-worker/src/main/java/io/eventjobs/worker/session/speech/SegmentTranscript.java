package io.eventjobs.worker.session.speech;

import io.eventjobs.transcript.Cue;
import java.util.List;

/**
 * The speech recognized in a segment.
 *
 * @param cues in order, with times from the start of the segment
 * @param isTimed whether the times come from the service; else they are estimated from the length of the text
 */
record SegmentTranscript(List<Cue> cues, boolean isTimed) {
    SegmentTranscript {
        cues = List.copyOf(cues);
    }

    boolean isEmpty() {
        return cues.isEmpty();
    }
}
