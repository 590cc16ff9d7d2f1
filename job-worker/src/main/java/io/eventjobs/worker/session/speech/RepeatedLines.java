package io.eventjobs.worker.session.speech;

import io.eventjobs.transcript.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Models that hear nothing they know fall into a loop: the same line again and again, to the end of the segment. People repeat
 * themselves too, but not so often in a row.
 */
final class RepeatedLines {
    private static final int MIN_COUNT = 4;

    private RepeatedLines() {}

    /** Without what is said for the {@value #MIN_COUNT}th time in a row, and the times before but for the first. */
    static SegmentTranscript once(SegmentTranscript heard) {
        List<Cue> cues = heard.cues();
        List<Cue> kept = new ArrayList<>();
        for (int first = 0; first < cues.size(); ) {
            int next = first + 1;
            while (next < cues.size() && key(cues.get(next)).equals(key(cues.get(first)))) {
                next++;
            }
            kept.addAll(cues.subList(first, next - first < MIN_COUNT ? next : first + 1));
            first = next;
        }
        return new SegmentTranscript(kept, heard.isTimed());
    }

    private static String key(Cue cue) {
        return cue.text()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
