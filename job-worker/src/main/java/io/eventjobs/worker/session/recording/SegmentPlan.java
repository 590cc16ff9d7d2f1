package io.eventjobs.worker.session.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts audio into segments, at silences where possible. The same audio is always cut in the same way.
 *
 * @param maxMillis of a segment, without its overlap
 * @param overlapMillis that two neighbours share
 */
public record SegmentPlan(long maxMillis, long overlapMillis) {
    /** How early, as a share of a segment, a cut may be made for the sake of a silence. */
    private static final double MIN_SHARE = 0.7;
    /** The last segment must not be too short to be recognized. */
    private static final double MIN_LAST_SHARE = 0.2;

    /** In order, covering all of the audio; none is longer than the maximum plus the overlap. */
    public List<AudioSegment> segments(ExtractedAudio audio) {
        List<Long> cuts = cuts(audio.millis(), audio.silences());
        List<AudioSegment> segments = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            long before = i == 0 ? 0 : overlapMillis / 2;
            long after = i + 2 == cuts.size() ? 0 : overlapMillis - overlapMillis / 2;
            segments.add(new AudioSegment(
                    Math.max(0, cuts.get(i) - before), Math.min(audio.millis(), cuts.get(i + 1) + after), cuts.get(i)));
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

    /** The middle of the longest silence in the allowed range, of equals the latest; else as late as possible. */
    private long next(long from, long millis, List<Silence> silences) {
        long latest = Math.min(from + maxMillis, millis - (long) (maxMillis * MIN_LAST_SHARE));
        long earliest = from + (long) (maxMillis * MIN_SHARE);
        return silences.stream()
                .filter(silence -> silence.middle() >= earliest && silence.middle() <= latest)
                .max(Comparator.comparingLong(Silence::millis).thenComparingLong(Silence::startMillis))
                .map(Silence::middle)
                .orElse(latest);
    }
}
