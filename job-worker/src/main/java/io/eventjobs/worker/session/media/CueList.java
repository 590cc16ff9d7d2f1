package io.eventjobs.worker.session.media;

import java.util.ArrayList;
import java.util.List;

/** Takes cues up to a bound, those without text left out. */
final class CueList {
    /** Three a second for over four hours. */
    static final int MOST_CUES = 50_000;

    private final List<Cue> cues = new ArrayList<>();

    boolean isFull() {
        return cues.size() >= MOST_CUES;
    }

    void add(CueTiming timing, String raw) {
        CueText text = CueText.of(raw);
        if (!isFull() && !text.text().isEmpty()) {
            cues.add(new Cue(timing.startMillis(), timing.endMillis(), text.voice(), text.text()));
        }
    }

    List<Cue> toList() {
        return List.copyOf(cues);
    }
}
