package io.eventjobs.worker.session.speech;

import io.eventjobs.transcript.Cue;
import io.eventjobs.worker.session.recording.AudioSegment;
import java.util.List;

/**
 * The speech recognized in a segment, with its position in the recording.
 *
 * @param cues in order, with times from the start of the recording
 * @param isTimed whether the times come from the service; else they are estimates
 */
record TimedSegment(AudioSegment segment, List<Cue> cues, boolean isTimed) {
    TimedSegment {
        cues = List.copyOf(cues);
    }

    static TimedSegment of(AudioSegment segment, SegmentTranscript transcript) {
        long start = segment.startMillis();
        return new TimedSegment(
                segment,
                transcript.cues().stream()
                        .map(cue ->
                                new Cue(cue.startMillis() + start, cue.endMillis() + start, cue.voice(), cue.text()))
                        .toList(),
                transcript.isTimed());
    }
}
