package io.eventjobs.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Removes repetitions from rolling captions, as automatic ones often are: each cue repeats the last lines of the one before and adds one.
 * Read as text, most lines would appear two or three times.
 */
final class RollingCaptions {
    /** Some repetition is normal in speech; rolling captions repeat almost always. */
    private static final double ROLLING_SHARE = 0.3;

    private static final int MIN_CUES = 4;

    /** Rolling captions display two lines, at most three. */
    private static final int MAX_LINES = 8;

    private RollingCaptions() {}

    /** The cues with each line at its first occurrence only; unchanged if the captions do not roll. */
    static List<Cue> unrolled(List<Cue> cues) {
        List<Cue> unrolled = new ArrayList<>();
        List<String> before = List.of();
        int repeated = 0;
        for (Cue cue : cues) {
            List<String> lines = Arrays.asList(cue.text().split("\n"));
            int known = overlap(before, lines);
            repeated += known > 0 ? 1 : 0;
            if (known < lines.size()) {
                unrolled.add(cue.withText(String.join("\n", lines.subList(known, lines.size()))));
            }
            before = lines;
        }
        boolean rolls = cues.size() >= MIN_CUES && repeated > cues.size() * ROLLING_SHARE;
        return rolls ? unrolled : cues;
    }

    /** The number of leading lines that repeat the last lines of the preceding cue. */
    private static int overlap(List<String> before, List<String> lines) {
        for (int count = Math.min(MAX_LINES, Math.min(before.size(), lines.size())); count > 0; count--) {
            if (before.subList(before.size() - count, before.size()).equals(lines.subList(0, count))) {
                return count;
            }
        }
        return 0;
    }
}
