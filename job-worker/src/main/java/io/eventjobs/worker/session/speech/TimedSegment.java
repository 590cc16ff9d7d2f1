package io.eventjobs.worker.session.speech;

import io.eventjobs.transcript.Cue;
import io.eventjobs.worker.session.recording.AudioSegment;
import java.util.List;

/**
 * What was heard in one segment of a recording.
 *
 * @param cues in order, their times from the start of the recording
 * @param isTimed whether the times are more than estimates
 */
record TimedSegment(AudioSegment segment, List<Cue> cues, boolean isTimed) {
    TimedSegment {
        cues = List.copyOf(cues);
    }

    static TimedSegment of(AudioSegment segment, SegmentTranscript heard) {
        long start = segment.startMillis();
        return new TimedSegment(
                segment,
                heard.cues().stream()
                        .map(cue ->
                                new Cue(cue.startMillis() + start, cue.endMillis() + start, cue.voice(), cue.text()))
                        .toList(),
                heard.isTimed());
    }
}
