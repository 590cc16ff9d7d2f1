package io.eventjobs.worker.session.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Parts a sound at silences. The same sound is always parted in the same way.
 *
 * @param maxMillis of a segment, without its overlap
 * @param overlapMillis that two segments share
 */
public record SegmentPlan(long maxMillis, long overlapMillis) {
    /** A cut may come so much earlier than it must for the sake of a silence. */
    private static final double EARLIEST = 0.7;
    /** What is too short gives a recognizer nothing to go by. */
    private static final double MIN_REST = 0.2;

    /** In order, covering all of the sound; none is longer than the longest with its overlap. */
    public List<AudioSegment> segments(ExtractedAudio sound) {
        List<Long> cuts = cuts(sound.millis(), sound.silences());
        List<AudioSegment> segments = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            long before = i == 0 ? 0 : overlapMillis / 2;
            long after = i + 2 == cuts.size() ? 0 : overlapMillis - overlapMillis / 2;
            segments.add(new AudioSegment(
                    Math.max(0, cuts.get(i) - before), Math.min(sound.millis(), cuts.get(i + 1) + after), cuts.get(i)));
        }
        return segments;
    }

    private List<Long> cuts(long millis, List<Silence> silences) {
        List<Long> cuts = new ArrayList<>(List.of(0L));
        while (millis - cuts.getLast() > maxMillis) {
            cuts.add(next(cuts.getLast(), millis, silences));
        }
        cuts.add(millis);
        return cuts;
    }

    /** In the middle of the longest silence that is near enough, of equals the latest; else as late as it may be. */
    private long next(long from, long millis, List<Silence> silences) {
        long latest = Math.min(from + maxMillis, millis - (long) (maxMillis * MIN_REST));
        long earliest = from + (long) (maxMillis * EARLIEST);
        return silences.stream()
                .filter(silence -> silence.middle() >= earliest && silence.middle() <= latest)
                .max(Comparator.comparingLong(Silence::millis).thenComparingLong(Silence::startMillis))
                .map(Silence::middle)
                .orElse(latest);
    }
}
