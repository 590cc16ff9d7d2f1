package io.eventjobs.worker.session.speech;

import io.eventjobs.transcript.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Removes repetitions invented by a model: where it recognizes nothing, it may loop and repeat the same line to the
 * end of the segment. People repeat themselves as well, but not so often in a row.
 */
final class RepeatedLines {
    private static final int MIN_REPETITIONS = 4;

    private RepeatedLines() {}

    /** Of a line that occurs {@value #MIN_REPETITIONS} times or more in a row, only the first is kept. */
    static SegmentTranscript removed(SegmentTranscript transcript) {
        List<Cue> cues = transcript.cues();
        List<Cue> kept = new ArrayList<>();
        for (int first = 0; first < cues.size(); ) {
            int next = first + 1;
            while (next < cues.size() && key(cues.get(next)).equals(key(cues.get(first)))) {
                next++;
            }
            kept.addAll(cues.subList(first, next - first < MIN_REPETITIONS ? next : first + 1));
            first = next;
        }
        return new SegmentTranscript(kept, transcript.isTimed());
    }

    private static String key(Cue cue) {
        return cue.text()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
