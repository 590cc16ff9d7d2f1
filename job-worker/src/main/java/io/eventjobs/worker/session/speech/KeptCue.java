package io.eventjobs.worker.session.speech;

import io.eventjobs.transcript.Cue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link Cue} as it is kept. */
record KeptCue(long startMillis, long endMillis, @Nullable String voice, String text) {
    KeptCue {
        Objects.requireNonNull(text, "text");
    }

    static KeptCue of(Cue cue) {
        return new KeptCue(cue.startMillis(), cue.endMillis(), cue.voice(), cue.text());
    }

    Cue cue() {
        return new Cue(startMillis, endMillis, voice, text);
    }
}
