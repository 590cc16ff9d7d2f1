package io.eventjobs.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects cues up to a limit, dropping those without text. */
final class CueCollector {
    /** Three cues a second for over four hours. */
    static final int MAX_CUES = 50_000;

    private final List<Cue> cues = new ArrayList<>();

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

    /** Sorted by time, since a file may have cues in any order. */
    List<Cue> inOrder() {
        return cues.stream().sorted(Comparator.comparingLong(Cue::startMillis)).toList();
    }

    List<Cue> toList() {
        return List.copyOf(cues);
    }
}
