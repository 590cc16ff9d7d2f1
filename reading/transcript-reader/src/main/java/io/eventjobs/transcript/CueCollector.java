package io.eventjobs.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects cues up to a limit, dropping those without text, and counts those that cannot be placed in time. */
final class CueCollector {
    /** Three cues a second for over four hours. */
    static final int MAX_CUES = 50_000;

    private final List<Cue> cues = new ArrayList<>();
    private int malformed;
    private boolean isBroken;

    boolean isFull() {
        return cues.size() >= MAX_CUES;
    }

    void add(CueTiming timing, String raw) {
        for (CueText text : CueText.of(raw)) {
            if (!isFull()) {
                cues.add(new Cue(timing.startMillis(), timing.endMillis(), text.voice(), text.text()));
            }
        }
    }

    /** The cues of text without markup; an unknown end time is replaced by the start time. */
    void addPlain(long startMillis, long endMillis, @Nullable String voice, String text) {
        String lines = CueText.readable(text);
        if (!isFull() && !lines.isEmpty()) {
            long end = endMillis == Long.MAX_VALUE ? startMillis : endMillis;
            cues.add(new Cue(startMillis, end, voice, lines));
        }
    }

    /** Counts a cue whose time cannot be read. */
    void addMalformed() {
        malformed++;
    }

    /** Notes that the rest of the file cannot be read. */
    void breakOff() {
        isBroken = true;
    }

    /** Sorted by time, since a file may have cues in any order. */
    ParsedCues parsed() {
        List<String> warnings = new ArrayList<>();
        if (malformed > 0) {
            warnings.add(
                    malformed == 1
                            ? "the time of 1 cue is malformed, so it is left out"
                            : "the times of " + malformed + " cues are malformed, so they are left out");
        }
        if (isBroken) {
            warnings.add("the file is broken, and its rest is left out");
        }
        if (isFull()) {
            warnings.add("the file has " + MAX_CUES + " cues or more, and the rest is left out");
        }
        return new ParsedCues(
                cues.stream().sorted(Comparator.comparingLong(Cue::startMillis)).toList(), warnings);
    }
}
