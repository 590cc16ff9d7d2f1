package io.eventjobs.worker.session.speech;

import io.eventjobs.transcript.Cue;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins the transcripts of overlapping segments. Where two neighbours have the same words at about the same time, the first is
 * used up to the last of these words and the second from there on, so nothing is lost and nothing occurs twice. Where they have
 * no words in common, the cut between the segments decides.
 */
final class OverlapJoin {
    /** This many common words in a row are not a coincidence. */
    private static final int MIN_COMMON_WORDS = 3;

    /** By how much two transcripts may differ in the time of a word. */
    private static final long TIMED_TOLERANCE = 3_000;

    /** Estimated times are far off; but the longest run of common words can be trusted. */
    private static final long ESTIMATED_TOLERANCE = 60_000;

    private OverlapJoin() {}

    /** The cues of all segments in order, with their times unchanged. */
    static List<Cue> join(List<TimedSegment> segments) {
        List<Cue> joined = new ArrayList<>();
        Part before = null;
        for (TimedSegment segment : segments) {
            Part part = new Part(segment, SpokenWord.of(segment.cues()));
            if (before == null) {
                before = part;
                continue;
            }
            Seam seam = seam(before, part);
            joined.addAll(before.until(seam.leave()).cues());
            before = part.from(seam.enter());
        }
        if (before != null) {
            joined.addAll(before.cues());
        }
        return joined;
    }

    private static Seam seam(Part before, Part after) {
        long tolerance =
                before.transcript().isTimed() && after.transcript().isTimed() ? TIMED_TOLERANCE : ESTIMATED_TOLERANCE;
        Run best = new Run(0, 0, 0, Long.MAX_VALUE);
        int from = before.firstAt(after.transcript().segment().startMillis() - tolerance);
        int to = after.firstAt(before.transcript().segment().endMillis() + tolerance);
        for (int i = from; i < before.words().size(); i++) {
            for (int j = 0; j < to; j++) {
                Run run = run(before.words(), i, after.words().subList(0, to), j, tolerance);
                best = run.isBetterThan(best) ? run : best;
            }
        }
        int inCommon = Math.min(before.words().size() - from, to);
        if (best.length() >= Math.min(MIN_COMMON_WORDS, Math.max(1, inCommon))) {
            return new Seam(best.before() + best.length(), best.after() + best.length());
        }
        long cut = after.transcript().segment().cutMillis();
        return new Seam(before.firstAt(cut), after.firstAt(cut));
    }

    private static Run run(List<SpokenWord> before, int i, List<SpokenWord> after, int j, long tolerance) {
        int length = 0;
        long apart = Math.abs(before.get(i).atMillis() - after.get(j).atMillis());
        while (i + length < before.size()
                && j + length < after.size()
                && isSame(before.get(i + length), after.get(j + length), tolerance)) {
            length++;
        }
        return new Run(i, j, length, apart);
    }

    private static boolean isSame(SpokenWord one, SpokenWord other, long tolerance) {
        return !one.key().isEmpty()
                && one.key().equals(other.key())
                && Math.abs(one.atMillis() - other.atMillis()) <= tolerance;
    }

    /** Where the first segment ends and the next begins, as indexes of words. */
    private record Seam(int leave, int enter) {}

    /** Words in common. */
    private record Run(int before, int after, int length, long apartMillis) {
        boolean isBetterThan(Run other) {
            return length > other.length || length == other.length && length > 0 && apartMillis < other.apartMillis;
        }
    }

    /** The transcript of a segment; words at both ends may be truncated. */
    private record Part(TimedSegment transcript, List<SpokenWord> words) {
        int firstAt(long millis) {
            int first = 0;
            while (first < words.size() && words.get(first).atMillis() < millis) {
                first++;
            }
            return first;
        }

        Part until(int end) {
            return new Part(transcript, words.subList(0, end));
        }

        Part from(int start) {
            return new Part(transcript, words.subList(start, words.size()));
        }

        /** The rest of each cue. */
        List<Cue> cues() {
            List<Cue> cues = new ArrayList<>();
            int first = 0;
            for (int i = 1; i <= words.size(); i++) {
                if (i == words.size() || words.get(i).cue() != words.get(first).cue()) {
                    cues.add(cue(words.get(first), words.get(i - 1)));
                    first = i;
                }
            }
            return cues;
        }

        private Cue cue(SpokenWord first, SpokenWord last) {
            Cue whole = transcript.cues().get(first.cue());
            String text = whole.text().substring(first.start(), last.end());
            return new Cue(first.atMillis(), whole.endMillis(), whole.voice(), text);
        }
    }
}
