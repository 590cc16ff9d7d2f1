package io.eventjobs.transcript;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Removes cues that a file has twice: segments of a stream repeat the cues at their borders, or part one cue in two, and styled subtitles
 * have the same text in several layers. What is said twice is kept.
 */
final class RepeatedCues {
    /** Shorter texts may well be said twice in a row. */
    private static final int MIN_LENGTH = 12;

    private static final long SAME_MOMENT_MILLIS = 50;

    private RepeatedCues() {}

    /** @param cues in order */
    static List<Cue> removed(List<Cue> cues) {
        Set<Cue> seen = new HashSet<>();
        List<Cue> once = new ArrayList<>();
        for (Cue cue : cues) {
            Cue last = once.isEmpty() ? null : once.getLast();
            if (last != null && continues(last, cue)) {
                once.set(
                        once.size() - 1,
                        new Cue(
                                last.startMillis(),
                                Math.max(last.endMillis(), cue.endMillis()),
                                last.voice(),
                                last.text()));
            } else if (seen.add(cue)) {
                once.add(cue);
            }
        }
        return once;
    }

    private static boolean continues(Cue last, Cue cue) {
        boolean isTogether = cue.startMillis() - last.startMillis() <= SAME_MOMENT_MILLIS
                || cue.text().length() >= MIN_LENGTH && cue.startMillis() <= last.endMillis() + SAME_MOMENT_MILLIS;
        return isTogether && cue.text().equals(last.text()) && Objects.equals(cue.voice(), last.voice());
    }
}
