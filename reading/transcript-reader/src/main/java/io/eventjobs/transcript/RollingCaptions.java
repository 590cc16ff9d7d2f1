package io.eventjobs.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Automatic captions often roll: a cue shows again what the one before ended with, and a line more. Read as a text, all would
 * stand there two or three times.
 */
final class RollingCaptions {
    /** A speaker says the same words twice now and then; captions that roll do so all the time. */
    private static final double ROLLING_SHARE = 0.3;

    private static final int MIN_CUES = 4;

    /** Captions that roll show two lines, three at most. */
    private static final int MAX_LINES = 8;

    private RollingCaptions() {}

    /** The cues with each line where it came first; as they were when they do not roll. */
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

    /** How many lines at the start are those at the end of the cue before. */
    private static int overlap(List<String> before, List<String> lines) {
        for (int count = Math.min(MAX_LINES, Math.min(before.size(), lines.size())); count > 0; count--) {
            if (before.subList(before.size() - count, before.size()).equals(lines.subList(0, count))) {
                return count;
            }
        }
        return 0;
    }
}
